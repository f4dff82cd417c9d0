package io.github.centrifugorpc.maven.scan;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * One run of javac that only reads: no class file is written and no method body checked, so a half-written handler
 * does not stand in the way.
 */
final class JavacSession {

    private final ScanRequest request;
    private final ProblemSink problems;

    JavacSession(ScanRequest request, ProblemSink problems) {
        this.request = request;
        this.problems = problems;
    }

    /** Parses the files and asks the reader about javac's model of them; empty when javac cannot read them at all. */
    Optional<Contract> read(List<Path> handlerFiles, Function<JavaModel, Contract> reader) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            problems.report(ProblemId.NO_COMPILER, Place.UNKNOWN, Map.of("home", System.getProperty("java.home", "")));
            return Optional.empty();
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        javac.getStandardFileManager(diagnostics, Locale.ROOT, request.encoding());
                UnnamedModuleFiles unnamed = new UnnamedModuleFiles(files)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, existing(request.classPath()));
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, existing(request.sourcePath()));
            ModelProcessor ours = new ModelProcessor(request, handlerFiles, unnamed, reader);
            run(javac, unnamed, files, diagnostics, handlerFiles, ours);
            if (!ours.hasRun()) {
                reportRefusal(diagnostics);
            }
            return ours.result();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close javac's files", e);
        }
    }

    private void run(
            JavaCompiler javac,
            UnnamedModuleFiles unnamed,
            StandardJavaFileManager files,
            DiagnosticCollector<JavaFileObject> diagnostics,
            List<Path> handlerFiles,
            ModelProcessor ours) {
        Optional<Lombok> lombok = Lombok.on(request.classPath());
        try {
            Collection<Path> roots = new TreeSet<>(handlerFiles);
            List<Processor> processors = new ArrayList<>();
            lombok.ifPresent(found -> {
                // Lombok's processor sees only what javac is given by name, not what it finds on the source path.
                SourceFiles.under(request.sourcePath()).stream()
                        .filter(Lombok::isUsedBy)
                        .forEach(roots::add);
                processors.add(found.processor());
            });
            processors.add(ours);
            // Without a file to start from javac wants the name of a class, any class.
            List<String> classes = roots.isEmpty() ? List.of(Object.class.getName()) : List.of();
            JavaCompiler.CompilationTask task = javac.getTask(
                    new StringWriter(),
                    unnamed,
                    diagnostics,
                    options(),
                    classes,
                    files.getJavaFileObjectsFromPaths(roots));
            task.setLocale(Locale.ROOT);
            task.setProcessors(processors);
            task.call();
        } finally {
            lombok.ifPresent(Lombok::close);
        }
    }

    private List<String> options() {
        return List.of(
                "-proc:only",
                "-implicit:none",
                // A source is newer than what an earlier build left beside it, whatever the clock says.
                "-Xprefer:source",
                "-Xlint:none",
                "-encoding",
                request.encoding().name());
    }

    private void reportRefusal(DiagnosticCollector<JavaFileObject> diagnostics) {
        Places places = new Places(request.baseDirectory());
        String errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> "    " + at(diagnostic, places) + firstLine(diagnostic.getMessage(Locale.ROOT)))
                .collect(joining("\n"));
        problems.report(
                ProblemId.SOURCES_REFUSED,
                Place.UNKNOWN,
                Map.of(
                        "errors", errors,
                        "java", String.valueOf(Runtime.version().feature()),
                        "home", System.getProperty("java.home", "")));
    }

    private static String at(Diagnostic<? extends JavaFileObject> diagnostic, Places places) {
        JavaFileObject source = diagnostic.getSource();
        return source == null ? "" : places.of(source, diagnostic.getLineNumber()) + ": ";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static List<Path> existing(List<Path> paths) {
        return paths.stream()
                .map(Path::toFile)
                .filter(File::exists)
                .map(File::toPath)
                .toList();
    }
}
