/**
 * The run from handlers to files, step by step: scan, check, render, write. It must not know Maven, javac or any
 * language's text.
 */
@NullMarked
package io.github.centrifugorpc.maven.generate;

import org.jspecify.annotations.NullMarked;
