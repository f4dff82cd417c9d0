/**
 * The languages that SDKs are written in: from a contract to the texts of files. It touches no disk and knows neither
 * Maven nor javac.
 */
@NullMarked
package io.github.centrifugorpc.maven.target;

import org.jspecify.annotations.NullMarked;
