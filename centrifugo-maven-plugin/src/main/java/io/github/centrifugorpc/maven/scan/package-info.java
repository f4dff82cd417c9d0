/**
 * Reads handlers and their types with javac's own model and says what they mean as a contract. The only room that
 * knows javac and class files; it must not know Maven, targets or templates.
 */
@NullMarked
package io.github.centrifugorpc.maven.scan;

import org.jspecify.annotations.NullMarked;
