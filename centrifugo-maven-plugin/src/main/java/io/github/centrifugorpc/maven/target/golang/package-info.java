/** From a contract to the files of a Go SDK. It knows neither the other languages nor the disk. */
@NullMarked
package io.github.centrifugorpc.maven.target.golang;

import org.jspecify.annotations.NullMarked;
