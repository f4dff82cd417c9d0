/** The containers the tests run in: Centrifugo and one per language. They know images and paths, no scenario. */
@NullMarked
package io.github.centrifugorpc.it.container;

import org.jspecify.annotations.NullMarked;
