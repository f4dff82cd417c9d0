package io.github.centrifugorpc.maven.scan;

import static java.util.stream.Collectors.toList;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.maven.check.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** A small Java project in a temporary folder, to be scanned. */
final class Project {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|record|enum|interface) (\\w+)");

    private final Path base;
    private final List<Path> classPath = new ArrayList<>(testClassPath());
    private final List<String> handlerClasses = new ArrayList<>();
    private final Map<String, String> typeNames = new LinkedHashMap<>();
    private final Map<String, String> typeMappings = new LinkedHashMap<>();
    private Naming naming = Naming.SNAKE_CASE;
    private Longs longs = Longs.NUMBER;

    Project(Path base) {
        this.base = base;
    }

    /** Adds a source; its file is named after its package and first type. */
    Project with(String source) {
        return write(base.resolve("src"), source);
    }

    /** Adds a source to a module that the project depends on. */
    Project withSister(String source) {
        return write(base.resolve("sister"), source);
    }

    /** Compiles sources into a folder of classes that the project depends on. */
    Project withCompiled(String... sources) {
        Path from = base.resolve("library-src");
        Path to = base.resolve("library");
        Arrays.stream(sources).forEach(source -> write(from, source));
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-d", to.toString(), "-cp", joined(testClassPath())));
        SourceFiles.under(List.of(from)).forEach(file -> arguments.add(file.toString()));
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("javac refused a library of the test");
        }
        classPath.add(to);
        return this;
    }

    Project withHandlerClass(String name) {
        handlerClasses.add(name);
        return this;
    }

    Project withTypeName(String javaName, String name) {
        typeNames.put(javaName, name);
        return this;
    }

    Project withTypeMapping(String javaName, String wire) {
        typeMappings.put(javaName, wire);
        return this;
    }

    Project withoutClassPath() {
        classPath.clear();
        return this;
    }

    Project naming(Naming chosen) {
        naming = chosen;
        return this;
    }

    Project longs(Longs chosen) {
        longs = chosen;
        return this;
    }

    ScanResult scan() {
        return new HandlerScanner()
                .scan(new ScanRequest(
                        base,
                        List.of(base.resolve("src")),
                        handlerClasses,
                        List.of(base.resolve("src"), base.resolve("sister")),
                        classPath,
                        StandardCharsets.UTF_8,
                        new ScanRequest.Settings("tasks", Layout.PLAIN, naming, longs, typeNames, typeMappings)));
    }

    Contract contract() {
        ScanResult result = scan();
        if (!result.problems().isEmpty()) {
            throw new AssertionError("unexpected problems: " + texts(result));
        }
        return result.contract();
    }

    /** The texts of all problems, in the order in which a build prints them. */
    List<String> problems() {
        return texts(scan());
    }

    /** The one object type of that name. */
    ObjectType object(String name) {
        TypeDeclaration type = contract().type(name);
        return (ObjectType) type;
    }

    Path base() {
        return base;
    }

    List<Path> classPath() {
        return classPath;
    }

    private static List<String> texts(ScanResult result) {
        return result.problems().stream()
                .sorted(Problem.BY_PLACE)
                .map(Problem::text)
                .collect(toList());
    }

    private Project write(Path root, String source) {
        Matcher name = PACKAGE.matcher(source);
        Path folder = name.find() ? root.resolve(name.group(1).replace('.', '/')) : root;
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("a source without a type");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(type.group(1) + ".java"), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String joined(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }

    /** The annotations of handlers, of Jackson and of JSpecify. */
    private static List<Path> testClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        entry.matches(".*(centrifugo-rpc-api|jackson-annotations|jackson-databind|jspecify).*"))
                .map(Path::of)
                .toList();
    }
}
