package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.SdkTarget;
import io.github.centrifugorpc.maven.target.golang.GoNames;
import io.github.centrifugorpc.maven.target.python.PythonNames;
import io.github.centrifugorpc.maven.target.typescript.TypeScriptNames;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What one language makes of the names of a contract.
 *
 * @param language as people write it
 * @param constant the identifier of an enum's value
 * @param scope what constants have to differ from each other in: the name of their enum, or one scope for all
 * @param besideUnion what a union needs beside its own identifier, in the scope of types
 * @param besideError what an error needs beside its own identifier, in the scope of types
 */
record Identifiers(
        String language,
        UnaryOperator<String> method,
        UnaryOperator<String> type,
        UnaryOperator<String> member,
        BiFunction<EnumType, EnumType.Value, String> constant,
        UnaryOperator<String> scope,
        Function<String, List<String>> besideUnion,
        Function<String, List<String>> besideError) {

    /** The scope that types stand in as well. */
    static final String PACKAGE = "";

    static Identifiers of(SdkTarget target) {
        if (target instanceof PythonTarget) {
            return new Identifiers(
                    target.displayName(),
                    PythonNames::method,
                    PythonNames::type,
                    PythonNames::field,
                    (type, value) -> PythonNames.enumMember(value.javaName()),
                    type -> type,
                    union -> List.of(),
                    error -> List.of());
        }
        if (target instanceof GoTarget) {
            return new Identifiers(
                    target.displayName(),
                    GoNames::method,
                    GoNames::type,
                    GoNames::field,
                    GoNames::constant,
                    type -> PACKAGE,
                    union -> List.of(GoNames.unknownVariant(union), GoNames.unmarshal(union)),
                    error -> List.of());
        }
        return new Identifiers(
                target.displayName(),
                TypeScriptNames::method,
                TypeScriptNames::type,
                TypeScriptNames::field,
                // Values are literals there, not identifiers.
                (type, value) -> value.name(),
                type -> type,
                union -> List.of(),
                error -> List.of(TypeScriptNames.guard(error)));
    }
}
