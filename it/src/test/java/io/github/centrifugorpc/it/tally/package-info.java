/** Counts what ran. One file, JDK only: the front door runs it as a source file, before or without a build. */
@NullMarked
package io.github.centrifugorpc.it.tally;

import org.jspecify.annotations.NullMarked;
