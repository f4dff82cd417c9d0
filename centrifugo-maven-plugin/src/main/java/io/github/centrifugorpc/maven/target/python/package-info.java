/** From a contract to the files of a Python SDK. It knows neither the other languages nor the disk. */
@NullMarked
package io.github.centrifugorpc.maven.target.python;

import org.jspecify.annotations.NullMarked;
