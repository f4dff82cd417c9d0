package io.github.centrifugorpc.maven.output;

import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Files that are generated together: one SDK, or what stands around the SDKs.
 *
 * @param name what the manifest keeps them under
 * @param folder where they go
 * @param files texts by their path in the folder, with forward slashes
 */
public record FileSet(String name, Path folder, NavigableMap<String, String> files) {

    public FileSet {
        folder = folder.toAbsolutePath().normalize();
        files = new TreeMap<>(files);
    }
}
