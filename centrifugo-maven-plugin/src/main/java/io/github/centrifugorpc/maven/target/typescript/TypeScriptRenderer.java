package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.GeneratedFile;
import java.util.stream.Stream;

/** The files of a TypeScript SDK. */
public final class TypeScriptRenderer {

    private final String packageName;
    private final String version;

    public TypeScriptRenderer(String packageName, String version) {
        this.packageName = packageName;
        this.version = version;
    }

    public Stream<GeneratedFile> render(Contract contract) {
        throw new IllegalStateException("no TypeScript templates yet for " + packageName + " " + version);
    }
}
