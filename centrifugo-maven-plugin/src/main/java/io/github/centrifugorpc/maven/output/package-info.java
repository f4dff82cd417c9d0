/**
 * Brings generated files to disk: writes what changed, removes what is stale, and keeps its hands off what others
 * wrote. It knows paths and texts, nothing of contracts, scanning or Maven.
 */
@NullMarked
package io.github.centrifugorpc.maven.output;

import org.jspecify.annotations.NullMarked;
