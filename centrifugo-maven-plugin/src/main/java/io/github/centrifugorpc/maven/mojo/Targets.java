package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import io.github.centrifugorpc.maven.naming.PackageNames;
import io.github.centrifugorpc.maven.naming.Versions;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.GoTarget.WebsocketModule;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.SdkTarget;
import io.github.centrifugorpc.maven.target.TypeScriptTarget;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settles which SDKs are written, under which names, and where. */
final class Targets {

    private static final List<String> LANGUAGES = List.of("python", "typescript", "go");
    private static final String PREFIX = "centrifugo.";

    private final Function<String, Optional<String>> properties;
    private final Path baseDirectory;
    private final Path outputDirectory;
    private final String artifactId;
    private final String version;
    private final List<Problem> problems;

    Targets(
            Function<String, Optional<String>> properties,
            Path baseDirectory,
            Path outputDirectory,
            String artifactId,
            String version,
            List<Problem> problems) {
        this.properties = properties;
        this.baseDirectory = baseDirectory;
        this.outputDirectory = outputDirectory;
        this.artifactId = artifactId;
        this.version = version;
        this.problems = problems;
    }

    /** The targets, always in the same order. */
    List<SdkTarget> of(
            @Nullable List<String> languages,
            @Nullable PythonParameters python,
            @Nullable TypeScriptParameters typeScript,
            @Nullable GoParameters go) {
        Set<String> wanted = wanted(languages);
        List<SdkTarget> targets = new ArrayList<>();
        if (wanted.contains("python")) {
            targets.add(python(python == null ? new PythonParameters() : python));
        }
        if (wanted.contains("typescript")) {
            targets.add(typeScript(typeScript == null ? new TypeScriptParameters() : typeScript));
        }
        if (wanted.contains("go")) {
            targets.add(go(go == null ? new GoParameters() : go));
        }
        return targets;
    }

    private Set<String> wanted(@Nullable List<String> languages) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String language : languages == null || languages.isEmpty() ? LANGUAGES : languages) {
            // Maven gives null for an empty element, and for nothing between two commas.
            String name = Objects.requireNonNullElse(language, "").strip();
            if (!LANGUAGES.contains(name)) {
                refuse("languages", name, String.join(", ", LANGUAGES));
            }
            wanted.add(name);
        }
        return wanted;
    }

    private SdkTarget python(PythonParameters given) {
        return new PythonTarget(
                setting(given.packageName, "python.packageName").orElseGet(() -> PackageNames.python(artifactId)),
                version("Python", Versions.python(version)),
                output(given.output, "python"));
    }

    private SdkTarget typeScript(TypeScriptParameters given) {
        return new TypeScriptTarget(
                setting(given.packageName, "typescript.packageName").orElseGet(() -> PackageNames.npm(artifactId)),
                version("TypeScript", Versions.npm(version)),
                output(given.output, "typescript"));
    }

    private SdkTarget go(GoParameters given) {
        return new GoTarget(
                setting(given.modulePath, "go.modulePath").orElseGet(() -> PackageNames.goModule(artifactId)),
                setting(given.packageName, "go.packageName").orElse("client"),
                websocketModule(
                        setting(given.websocketModule, "go.websocketModule").orElse("nhooyr")),
                version,
                output(given.output, "go"));
    }

    private WebsocketModule websocketModule(String name) {
        return switch (name) {
            case "coder" -> WebsocketModule.CODER;
            case "nhooyr" -> WebsocketModule.NHOOYR;
            default -> {
                refuse("go.websocketModule", name, "nhooyr, coder");
                yield WebsocketModule.NHOOYR;
            }
        };
    }

    private String version(String language, Optional<String> told) {
        if (told.isEmpty()) {
            problems.add(Problem.of(ProblemId.BAD_VERSION, Map.of("version", version, "language", language)));
        }
        return told.orElse(version);
    }

    private Optional<String> setting(@Nullable String given, String property) {
        return given == null || given.isBlank() ? properties.apply(PREFIX + property) : Optional.of(given.strip());
    }

    private Path output(@Nullable File given, String language) {
        if (given != null) {
            return given.toPath();
        }
        return properties
                .apply(PREFIX + language + ".output")
                .map(baseDirectory::resolve)
                .orElseGet(() -> outputDirectory.resolve(language));
    }

    private void refuse(String parameter, String value, String allowed) {
        problems.add(Problem.of(
                ProblemId.BAD_SETTING,
                Map.of(
                        "parameter", parameter,
                        "value", value,
                        "allowed", allowed)));
    }
}
