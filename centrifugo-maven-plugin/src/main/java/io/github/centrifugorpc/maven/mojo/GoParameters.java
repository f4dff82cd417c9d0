package io.github.centrifugorpc.maven.mojo;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** {@code <go>}. */
public final class GoParameters {

    /** The path that users import. */
    @Nullable
    String modulePath;

    /** The name in the package clauses. */
    @Nullable
    String packageName;

    /** The library that carries the connection: {@code nhooyr} or {@code coder}. */
    @Nullable
    String websocketModule;

    /** The folder of the Go SDK. */
    @Nullable
    File output;
}
