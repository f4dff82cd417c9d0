/**
 * Names taken apart: words, package names and versions. It knows how names are split, never how a language joins
 * them: casing and reserved words belong to the targets.
 */
@NullMarked
package io.github.centrifugorpc.maven.naming;

import org.jspecify.annotations.NullMarked;
