/** Centrifugo's own client protocol, spoken without any SDK, as somebody with another client would. */
@NullMarked
package io.github.centrifugorpc.it.raw;

import org.jspecify.annotations.NullMarked;
