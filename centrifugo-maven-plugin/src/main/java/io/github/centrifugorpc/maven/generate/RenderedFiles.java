package io.github.centrifugorpc.maven.generate;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.output.FileSet;
import io.github.centrifugorpc.maven.render.TemplateRenderer;
import io.github.centrifugorpc.maven.render.TextTidy;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a run wants on disk, as text. */
final class RenderedFiles {

    private static final String AROUND = "opensdk";

    private RenderedFiles() {}

    static List<FileSet> of(Contract contract, GenerateRequest request) {
        Path around = request.outputDirectory().toAbsolutePath().normalize();
        List<FileSet> sets = new ArrayList<>();
        request.targets().forEach(target -> sets.add(sdk(target, contract)));
        // An SDK that has the folder to itself has a README of its own.
        boolean isAround = sets.stream().noneMatch(set -> set.folder().equals(around))
                && sets.stream().anyMatch(set -> set.folder().startsWith(around));
        if (isAround) {
            sets.add(new FileSet(
                    AROUND,
                    around,
                    new TreeMap<>(Map.of(
                            "README.md",
                            readme(contract),
                            // Lets Python import the SDK as opensdk.python from the folder above.
                            "__init__.py",
                            ""))));
        }
        return sets;
    }

    private static String readme(Contract contract) {
        return TextTidy.tidy(
                new TemplateRenderer().render("opensdk/README.md.vm", new ReadmeView(contract.title())), 1);
    }

    private static FileSet sdk(SdkTarget target, Contract contract) {
        TreeMap<String, String> files = new TreeMap<>();
        target.render(contract).forEach(file -> {
            if (files.put(file.path(), file.content()) != null) {
                throw new IllegalStateException(
                        "the " + target.displayName() + " renderer made " + file.path() + " twice");
            }
        });
        return new FileSet(target.language(), target.output(), files);
    }
}
