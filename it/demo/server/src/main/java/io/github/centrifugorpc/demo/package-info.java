/** A task list, to show what handlers look like. */
@NullMarked
package io.github.centrifugorpc.demo;

import org.jspecify.annotations.NullMarked;
