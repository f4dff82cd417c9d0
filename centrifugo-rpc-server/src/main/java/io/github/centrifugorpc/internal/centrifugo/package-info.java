/**
 * Centrifugo's HTTP API as we use it: publications, in batches, again where they failed for the moment. It knows nothing
 * of calls and handlers.
 */
@NullMarked
package io.github.centrifugorpc.internal.centrifugo;

import org.jspecify.annotations.NullMarked;
