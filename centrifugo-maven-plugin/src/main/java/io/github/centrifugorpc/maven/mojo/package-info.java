/**
 * The goals: parameters become one request without nulls, and the outcome becomes lines in the build's log. The only
 * room that knows Maven; nothing may know it.
 */
@NullMarked
package io.github.centrifugorpc.maven.mojo;

import org.jspecify.annotations.NullMarked;
