package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;
import java.io.File;
import java.nio.file.Path;
import javax.tools.FileObject;

/** Tells places relative to the project, the same on every machine. */
final class Places {

    private final Path baseDirectory;

    Places(Path baseDirectory) {
        this.baseDirectory = baseDirectory.toAbsolutePath().normalize();
    }

    Place of(FileObject source, long line) {
        Path file = Path.of(source.toUri()).toAbsolutePath().normalize();
        boolean sameRoot =
                baseDirectory.getRoot() != null && baseDirectory.getRoot().equals(file.getRoot());
        String path = (sameRoot ? baseDirectory.relativize(file) : file).toString();
        return new Place(path.replace(File.separatorChar, '/'), (int) Math.max(0, line));
    }
}
