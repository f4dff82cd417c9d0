package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.maven.check.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The small classes under {@code src/test/shapes}: compiled, and read by the scanner in one direction at a time. */
final class Shapes {

    private static final Path SOURCES = Path.of("src", "test", "shapes");
    private static final Pattern TYPE =
            Pattern.compile("^    (?:[a-z]+ )*(?:class|record|enum|interface|@interface) (\\w+)");

    private final Path folder;
    private final List<Class<?>> classes;

    /** Compiles them into a folder. */
    Shapes(Path folder) {
        this.folder = folder;
        compile();
        this.classes = load();
    }

    /** The contract that the scanner reads, and its problems by the shapes they belong to. */
    record Scanned(Contract contract, List<Problem> problems, Path sources) {

        Optional<ObjectType> of(Class<?> shape) {
            return contract.types().stream()
                    .filter(ObjectType.class::isInstance)
                    .map(ObjectType.class::cast)
                    .filter(type -> type.javaName().equals(shape.getName()))
                    .findFirst();
        }

        List<String> problemsOf(Class<?> shape) {
            return problems.stream()
                    .filter(problem -> shapeAt(problem).equals(shape.getName()))
                    .map(Problem::text)
                    .toList();
        }

        private String shapeAt(Problem problem) {
            String file = problem.place().file();
            if (!file.endsWith(".java")) {
                String[] parts = file.split("\\$");
                return parts.length > 1 ? parts[0] + "$" + parts[1] : file;
            }
            String shape = "";
            List<String> lines = lines(sources.resolve(file));
            for (String line : lines.subList(0, problem.place().line())) {
                Matcher type = TYPE.matcher(line);
                if (type.find()) {
                    shape = file.substring(0, file.length() - ".java".length()).replace('/', '.') + "$" + type.group(1);
                }
            }
            return shape;
        }
    }

    List<Class<?>> classes() {
        return classes;
    }

    Scanned fromSources(Direction direction) {
        return scan(direction, SOURCES, List.of(SOURCES), annotations());
    }

    Scanned fromClasses(Direction direction) {
        List<Path> classPath = new ArrayList<>(annotations());
        classPath.add(folder.resolve("classes"));
        return scan(direction, folder, List.of(), classPath);
    }

    private Scanned scan(Direction direction, Path base, List<Path> sourcePath, List<Path> classPath) {
        Path handlers = folder.resolve("handlers-" + direction);
        StringBuilder source = new StringBuilder("package handlers;\n\npublic final class Handlers {\n");
        for (int i = 0; i < classes.size(); i++) {
            String name = classes.get(i).getCanonicalName();
            source.append("    @io.github.centrifugorpc.WebsocketRpc(\"m" + i + "\")\n")
                    .append(
                            direction == Direction.PARAMS
                                    ? "    public void m" + i + "(" + name + " params) {}\n"
                                    : "    public " + name + " m" + i + "() { return null; }\n");
        }
        write(handlers.resolve("handlers/Handlers.java"), source + "}\n");
        ScanResult result = new HandlerScanner()
                .scan(new ScanRequest(
                        base.toAbsolutePath(),
                        List.of(handlers),
                        List.of(),
                        sourcePath.stream().map(Path::toAbsolutePath).toList(),
                        classPath,
                        StandardCharsets.UTF_8,
                        new ScanRequest.Settings(
                                "shapes", Layout.PLAIN, Naming.SNAKE_CASE, Longs.NUMBER, Map.of(), Map.of())));
        return new Scanned(result.contract(), result.problems(), base);
    }

    private void compile() {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        annotations().stream().map(Path::toString).toList())));
        SourceFiles.under(List.of(SOURCES)).forEach(file -> arguments.add(file.toString()));
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("javac refused the shapes");
        }
    }

    private List<Class<?>> load() {
        try {
            URL[] urls = {folder.resolve("classes").toUri().toURL()};
            // Not closed: Jackson looks into the classes later.
            ClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
            List<Class<?>> loaded = new ArrayList<>();
            for (Path file : SourceFiles.under(List.of(SOURCES))) {
                String name = file.getFileName().toString().replace(".java", "");
                Class<?> group = Class.forName("shapes." + name, false, loader);
                Stream.of(group.getDeclaredClasses())
                        .filter(shape -> java.lang.reflect.Modifier.isPublic(shape.getModifiers()) && !shape.isEnum())
                        .sorted(java.util.Comparator.comparing(Class::getName))
                        .forEach(loaded::add);
            }
            return List.copyOf(loaded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The annotations of handlers, of Jackson and of JSpecify. */
    private static List<Path> annotations() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(
                        ".*(centrifugo-rpc-api|jackson-annotations|jackson-databind|jspecify|validation-api).*"))
                .map(Path::of)
                .toList();
    }
}
