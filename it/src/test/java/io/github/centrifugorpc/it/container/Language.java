package io.github.centrifugorpc.it.container;

import java.util.Map;

/** A language that SDKs are generated for, and where its tools work in a container. */
public enum Language {
    PYTHON("python", Image.PYTHON, Map.of("pip", "/root/.cache/pip")),
    TYPESCRIPT("typescript", Image.NODE, Map.of("npm", "/root/.npm")),
    GO("go", Image.GO, Map.of("go-mod", "/go/pkg/mod", "go-build", "/root/.cache/go-build"));

    private final String folder;
    private final Image image;
    private final Map<String, String> caches;

    Language(String folder, Image image, Map<String, String> caches) {
        this.folder = folder;
        this.image = image;
        this.caches = caches;
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
        return caches;
    }
}
