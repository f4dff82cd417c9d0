/** The small words of the wire: ids, error codes, sentences fit for callers. It knows neither JSON nor HTTP. */
@NullMarked
package io.github.centrifugorpc.internal.wire;

import org.jspecify.annotations.NullMarked;
