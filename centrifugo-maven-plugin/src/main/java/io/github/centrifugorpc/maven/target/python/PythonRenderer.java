package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.GeneratedFile;
import java.util.stream.Stream;

/** The files of a Python SDK. */
public final class PythonRenderer {

    private final String packageName;
    private final String version;

    public PythonRenderer(String packageName, String version) {
        this.packageName = packageName;
        this.version = version;
    }

    public Stream<GeneratedFile> render(Contract contract) {
        throw new IllegalStateException("no Python templates yet for " + packageName + " " + version);
    }
}
