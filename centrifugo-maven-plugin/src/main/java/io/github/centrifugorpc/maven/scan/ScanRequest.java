package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to read and how to read it.
 *
 * @param baseDirectory places are told relative to it
 * @param sources files and folders to find handlers in
 * @param handlerClasses binary names of handlers to read from the class path or the source path
 * @param sourcePath roots of sources that handlers' types may come from; read before the class path
 * @param classPath folders and jars
 */
public record ScanRequest(
        Path baseDirectory,
        List<Path> sources,
        List<String> handlerClasses,
        List<Path> sourcePath,
        List<Path> classPath,
        Charset encoding,
        Settings settings) {

    public ScanRequest {
        sources = List.copyOf(sources);
        handlerClasses = List.copyOf(handlerClasses);
        sourcePath = List.copyOf(sourcePath);
        classPath = List.copyOf(classPath);
    }

    /**
     * What the project decides about its contract.
     *
     * @param typeMappings what types are on the wire that have serializers of their own, by their Java names:
     *     a word, a scalar, or another Java type
     * @param typeNames names for types by their Java names, where the simple name will not do
     */
    public record Settings(
            String title,
            Layout layout,
            Naming naming,
            Longs longs,
            Map<String, String> typeNames,
            Map<String, String> typeMappings) {

        public Settings {
            typeNames = Map.copyOf(typeNames);
            typeMappings = Map.copyOf(typeMappings);
        }
    }
}
