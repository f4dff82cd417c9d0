package io.github.centrifugorpc.maven.mojo;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** {@code <typescript>}. */
public final class TypeScriptParameters {

    /** The name that users install. */
    @Nullable
    String packageName;

    /** The folder of the TypeScript SDK. */
    @Nullable
    File output;
}
