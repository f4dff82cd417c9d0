package io.github.centrifugorpc.it.container;

import java.util.Map;

/** A language that SDKs are generated for, and where its tools work in a container. */
public enum Language {
    PYTHON("python", Image.PYTHON),
    TYPESCRIPT("typescript", Image.NODE),
    GO("go", Image.GO);

    private final String folder;
    private final Image image;

    Language(String folder, Image image) {
        this.folder = folder;
        this.image = image;
    }

    /** Its folder in {@code opensdk}, in {@code sdk-templates} and in {@code it/drivers}. */
    public String folder() {
        return folder;
    }

    Image image() {
        return image;
    }

    /** Names of what its package manager keeps, each with the place where it keeps it. */
    Map<String, String> caches() {
        return switch (this) {
            case PYTHON -> Map.of("pip", "/root/.cache/pip");
            case TYPESCRIPT -> Map.of("npm", "/root/.npm");
            case GO -> Map.of("go-mod", "/go/pkg/mod", "go-build", "/root/.cache/go-build");
        };
    }
}
