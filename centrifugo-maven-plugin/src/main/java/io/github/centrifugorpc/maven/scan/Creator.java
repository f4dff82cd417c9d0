package io.github.centrifugorpc.maven.scan;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A constructor or static method that makes an object of values.
 *
 * @param mode of {@code @JsonCreator}; empty where it has no such annotation
 */
record Creator(ExecutableElement element, Optional<String> mode, List<Parameter> parameters) {

    /**
     * One of its parameters.
     *
     * @param impliedName that of a record's component, or of {@code @ConstructorProperties}; others have none at run time
     */
    record Parameter(Optional<String> explicitName, Optional<String> impliedName, Annotations annotations) {

        boolean isNamed() {
            return explicitName.isPresent() || impliedName.isPresent();
        }
    }

    boolean isAnnotated() {
        return mode.isPresent();
    }

    boolean is(String wanted) {
        return mode.filter(wanted::equals).isPresent();
    }

    boolean hasExplicitNames() {
        return parameters.stream()
                .anyMatch(parameter -> parameter.explicitName().isPresent());
    }

    boolean areAllNamed() {
        return parameters.stream()
                .allMatch(parameter -> parameter.isNamed()
                        || JacksonAnnotations.isAnySetter(parameter.annotations())
                        || JacksonAnnotations.isInjected(parameter.annotations()));
    }
}
