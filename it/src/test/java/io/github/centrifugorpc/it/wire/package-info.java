/** The vectors of {@code it/corpus/wire}: what each side must make of a JSON text. It knows neither containers nor SDKs. */
@NullMarked
package io.github.centrifugorpc.it.wire;

import org.jspecify.annotations.NullMarked;
