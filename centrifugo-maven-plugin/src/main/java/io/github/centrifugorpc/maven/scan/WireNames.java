package io.github.centrifugorpc.maven.scan;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.centrifugorpc.contract.Naming;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The wire name of a Java member that no annotation names: Jackson's own rules, since Jackson applies them on the server. */
record WireNames(Naming naming) {

    private static final String ANNOTATION = "com.fasterxml.jackson.databind.annotation.JsonNaming";
    private static final String PACKAGE = "com.fasterxml.jackson.databind.";

    private static final Map<String, UnaryOperator<String>> STRATEGIES = Map.ofEntries(
            entry("SnakeCaseStrategy", PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE::translate),
            entry("UpperSnakeCaseStrategy", PropertyNamingStrategies.UpperSnakeCaseStrategy.INSTANCE::translate),
            entry("LowerCamelCaseStrategy", PropertyNamingStrategies.LowerCamelCaseStrategy.INSTANCE::translate),
            entry("UpperCamelCaseStrategy", PropertyNamingStrategies.UpperCamelCaseStrategy.INSTANCE::translate),
            entry("LowerCaseStrategy", PropertyNamingStrategies.LowerCaseStrategy.INSTANCE::translate),
            entry("KebabCaseStrategy", PropertyNamingStrategies.KebabCaseStrategy.INSTANCE::translate),
            entry("LowerDotCaseStrategy", PropertyNamingStrategies.LowerDotCaseStrategy.INSTANCE::translate));

    /** The rule for the members of a class: its own by {@code @JsonNaming}, else the contract's. */
    UnaryOperator<String> of(Annotations ofClass) {
        return ownStrategy(ofClass)
                .map(strategy -> STRATEGIES.getOrDefault(simpleName(strategy), UnaryOperator.identity()))
                .orElse(
                        switch (naming) {
                            case AS_IS -> UnaryOperator.identity();
                            case SNAKE_CASE -> PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE::translate;
                        });
    }

    /** A strategy of the project's own, whose names only running it could tell. */
    static Optional<String> unknownStrategy(Annotations ofClass) {
        return ownStrategy(ofClass)
                .filter(strategy -> !strategy.equals(PACKAGE + "PropertyNamingStrategy"))
                .filter(strategy -> !strategy.startsWith(PACKAGE + "PropertyNamingStrategies.")
                        || !STRATEGIES.containsKey(simpleName(strategy)))
                .map(WireNames::simpleName);
    }

    private static Optional<String> ownStrategy(Annotations ofClass) {
        return ofClass.find(ANNOTATION)
                .map(mirror -> Annotations.typeName(mirror, "value").orElse(PACKAGE + "PropertyNamingStrategy"));
    }

    private static String simpleName(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }
}
