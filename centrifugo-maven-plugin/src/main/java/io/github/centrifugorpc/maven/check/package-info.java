/**
 * The rules a contract must keep, one small class each, and the problems that break them: what is wrong, where, and
 * what to do. It must not know javac, Maven or templates.
 */
@NullMarked
package io.github.centrifugorpc.maven.check;

import org.jspecify.annotations.NullMarked;
