package io.github.centrifugorpc.maven.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import javax.annotation.processing.Processor;

/**
 * Lombok as an annotation processor, where a project has it: it runs before ours, so that the accessors which it adds
 * are there when types are read.
 */
final class Lombok implements AutoCloseable {

    private static final String PROCESSOR = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";

    private final URLClassLoader loader;

    private Lombok(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Lombok from the class path, if it is there. */
    static Optional<Lombok> on(List<Path> classPath) {
        return classPath.stream().filter(Lombok::isLombok).findFirst().map(Lombok::load);
    }

    /** A new processor for one javac session. */
    Processor processor() {
        try {
            return Class.forName(PROCESSOR, true, loader)
                    .asSubclass(Processor.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot start the project's Lombok as an annotation processor", e);
        }
    }

    /** Whether Lombok has work in a file; others need not be read by its processor. */
    static boolean isUsedBy(Path source) {
        try {
            return new String(Files.readAllBytes(source), StandardCharsets.ISO_8859_1).contains("lombok");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close Lombok's jar", e);
        }
    }

    private static boolean isLombok(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return jar.getEntry(PROCESSOR.replace('.', '/') + ".class") != null;
        } catch (IOException notAJar) {
            // Javac says so itself where it matters; a class path may hold anything.
            return false;
        }
    }

    private static Lombok load(Path jar) {
        try {
            URL[] urls = {jar.toUri().toURL()};
            return new Lombok(new URLClassLoader(urls, Processor.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + jar, e);
        }
    }
}
