/** Each generated SDK, installed and checked in its language's container and called there. */
@NullMarked
package io.github.centrifugorpc.it.sdk;

import org.jspecify.annotations.NullMarked;
