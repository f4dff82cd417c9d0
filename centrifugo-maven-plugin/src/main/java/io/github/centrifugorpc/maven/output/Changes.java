package io.github.centrifugorpc.maven.output;

import java.nio.file.Path;
import java.util.List;

/**
 * What bringing one set of files to disk changed.
 *
 * @param set the name of the set
 * @param folder where the set goes
 * @param files all of it, changed or not
 */
public record Changes(String set, Path folder, List<Path> files, List<Path> written, List<Path> removed) {

    public Changes {
        files = List.copyOf(files);
        written = List.copyOf(written);
        removed = List.copyOf(removed);
    }

    boolean areOf(FileSet other) {
        return set.equals(other.name()) && folder.equals(other.folder());
    }

    public boolean isEmpty() {
        return written.isEmpty() && removed.isEmpty();
    }
}
