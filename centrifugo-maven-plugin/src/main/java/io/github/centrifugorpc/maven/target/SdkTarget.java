package io.github.centrifugorpc.maven.target;

import io.github.centrifugorpc.contract.Contract;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An SDK to be written: its language, its names and its folder. */
public sealed interface SdkTarget permits PythonTarget, TypeScriptTarget, GoTarget {

    /** As the build's output says it: {@code Generated <this> client}. */
    String displayName();

    /** The name of the language in parameters, resources and the default folder. */
    String language();

    /** The folder that the SDK's files go to. */
    Path output();

    /** The SDK's files, the same for the same contract; nothing is written. */
    Stream<GeneratedFile> render(Contract contract);
}
