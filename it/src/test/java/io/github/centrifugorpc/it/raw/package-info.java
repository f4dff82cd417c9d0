/** Centrifugo's own protocols, to clients and to servers, spoken without any SDK, as somebody with another client would. */
@NullMarked
package io.github.centrifugorpc.it.raw;

import org.jspecify.annotations.NullMarked;
