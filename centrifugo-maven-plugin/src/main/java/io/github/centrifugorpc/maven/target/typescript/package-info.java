/** From a contract to the files of a TypeScript SDK. It knows neither the other languages nor the disk. */
@NullMarked
package io.github.centrifugorpc.maven.target.typescript;

import org.jspecify.annotations.NullMarked;
