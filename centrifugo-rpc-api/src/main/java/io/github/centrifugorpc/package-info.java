/**
 * What handlers and models touch: annotations, the context of a call, exceptions. It knows neither the server nor the
 * plugin nor any library, so that a module of models carries nothing else along.
 */
@NullMarked
package io.github.centrifugorpc;

import org.jspecify.annotations.NullMarked;
