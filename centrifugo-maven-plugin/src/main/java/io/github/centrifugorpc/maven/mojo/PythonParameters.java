package io.github.centrifugorpc.maven.mojo;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** {@code <python>}. */
public final class PythonParameters {

    /** The name that users import once the package is installed. */
    @Nullable
    String packageName;

    /** The folder of the Python SDK. */
    @Nullable
    File output;
}
