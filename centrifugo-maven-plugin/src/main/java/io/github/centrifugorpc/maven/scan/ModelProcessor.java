package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Contract;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager;
import org.jspecify.annotations.Nullable;

/** Stands in javac's first round, after Lombok, and hands over the model. */
final class ModelProcessor extends AbstractProcessor {

    private final ScanRequest request;
    private final Set<Path> handlerFiles;
    private final JavaFileManager files;
    private final Function<JavaModel, Contract> reader;
    private boolean hasRun;
    private @Nullable Contract contract;
    private @Nullable RuntimeException failure;

    ModelProcessor(
            ScanRequest request, List<Path> handlerFiles, JavaFileManager files, Function<JavaModel, Contract> reader) {
        this.request = request;
        this.handlerFiles = new HashSet<>(handlerFiles);
        this.files = files;
        this.reader = reader;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (hasRun) {
            return false;
        }
        hasRun = true;
        try {
            contract =
                    reader.apply(new JavaModel(request, processingEnv, files, round.getRootElements(), handlerFiles));
        } catch (RuntimeException e) {
            // Javac would print this as a defect of its own.
            failure = e;
        }
        return false;
    }

    boolean hasRun() {
        return hasRun;
    }

    /** What the reader made of the model, or how it failed. */
    Optional<Contract> result() {
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(contract);
    }
}
