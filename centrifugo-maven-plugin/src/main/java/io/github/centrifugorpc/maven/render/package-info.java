/** Templates to text; the only room that knows Velocity. What a template says is its author's business. */
@NullMarked
package io.github.centrifugorpc.maven.render;

import org.jspecify.annotations.NullMarked;
