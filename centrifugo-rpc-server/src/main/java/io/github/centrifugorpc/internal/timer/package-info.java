/** Doing something later, without saying by what means. */
@NullMarked
package io.github.centrifugorpc.internal.timer;

import org.jspecify.annotations.NullMarked;
