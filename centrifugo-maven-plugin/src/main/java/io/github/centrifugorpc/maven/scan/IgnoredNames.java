package io.github.centrifugorpc.maven.scan;

import java.util.List;
import java.util.Optional;

/** The members that a class leaves out by their wire names. */
final class IgnoredNames {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";

    private final List<String> left;
    private final Optional<List<String>> kept;

    IgnoredNames(Annotations ofClass, Direction direction) {
        String exception = direction == Direction.RESULT ? "allowGetters" : "allowSetters";
        left = ofClass.find(PACKAGE + "JsonIgnoreProperties")
                .filter(mirror -> !Annotations.flag(mirror, exception))
                .map(mirror -> Annotations.texts(mirror, "value"))
                .orElse(List.of());
        kept = ofClass.find(PACKAGE + "JsonIncludeProperties").map(mirror -> Annotations.texts(mirror, "value"));
    }

    boolean contains(String name) {
        return left.contains(name)
                || kept.filter(names -> !names.contains(name)).isPresent();
    }
}
