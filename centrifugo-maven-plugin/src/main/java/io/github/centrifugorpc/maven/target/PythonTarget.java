package io.github.centrifugorpc.maven.target;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.python.PythonRenderer;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A Python package.
 *
 * @param packageName the name that users import once it is installed, for example {@code tasks_sdk}
 * @param version a version by Python's rules, for example {@code 0.1.0.dev0}
 */
public record PythonTarget(String packageName, String version, Path output) implements SdkTarget {

    @Override
    public String displayName() {
        return "Python";
    }

    @Override
    public String language() {
        return "python";
    }

    @Override
    public Stream<GeneratedFile> render(Contract contract) {
        return new PythonRenderer(packageName, version).render(contract);
    }
}
