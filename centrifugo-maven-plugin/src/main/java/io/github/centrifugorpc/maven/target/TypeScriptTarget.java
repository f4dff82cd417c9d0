package io.github.centrifugorpc.maven.target;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.typescript.TypeScriptRenderer;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * An npm package.
 *
 * @param packageName the name that users install, for example {@code @acme/tasks-sdk}
 * @param version a semantic version, for example {@code 0.1.0-SNAPSHOT}
 */
public record TypeScriptTarget(String packageName, String version, Path output) implements SdkTarget {

    @Override
    public String displayName() {
        return "TypeScript";
    }

    @Override
    public String language() {
        return "typescript";
    }

    @Override
    public Stream<GeneratedFile> render(Contract contract) {
        return new TypeScriptRenderer(packageName, version).render(contract);
    }
}
