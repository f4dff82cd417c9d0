package io.github.centrifugorpc.maven.scan;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.centrifugorpc.contract.Naming;

/** The wire name of a Java member that no annotation names: Jackson's own rule, since Jackson applies it on the server. */
record WireNames(Naming naming) {

    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE;

    String of(String javaName) {
        return switch (naming) {
            case AS_IS -> javaName;
            case SNAKE_CASE -> SNAKE_CASE.translate(javaName);
        };
    }
}
