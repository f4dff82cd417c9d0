package io.github.centrifugorpc.maven.scan;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** What types with serializers of their own are on the wire, as the project's settings say (types T10). */
final class TypeMappings {

    private static final Map<String, TypeRef> WORDS = Map.of(
            "any", new TypeRef.Any(),
            "number", new TypeRef.Scalar(ScalarKind.DOUBLE));

    private static final Map<String, ScalarKind> SCALARS =
            Arrays.stream(ScalarKind.values()).collect(Collectors.toMap(ScalarKind::wireName, Function.identity()));

    private final Map<String, TypeRef> wireForms = new HashMap<>();
    private final Map<String, TypeElement> otherTypes = new HashMap<>();

    private TypeMappings() {}

    /**
     * Makes sense of the settings, and reports those that make none.
     *
     * @param written wire forms by Java names
     */
    static TypeMappings of(Map<String, String> written, JavaModel model, ProblemSink problems) {
        TypeMappings mappings = new TypeMappings();
        Map<String, String> byName = new HashMap<>();
        written.forEach((javaName, wire) -> byName.put(canonical(javaName), wire.strip()));
        byName.forEach((javaName, wire) -> {
            Optional<TypeRef> form = wireForm(wire);
            Optional<TypeElement> other = form.isPresent() ? Optional.empty() : model.type(wire);
            if (form.isPresent()) {
                mappings.wireForms.put(javaName, form.get());
            } else if (other.isEmpty()) {
                report(javaName, wire, "which is neither a wire form nor a Java type that can be found", problems);
            } else if (!other.get().getTypeParameters().isEmpty()) {
                report(javaName, wire, "which is a type with type parameters", problems);
            } else if (byName.containsKey(other.get().getQualifiedName().toString())) {
                report(javaName, wire, "which has a mapping of its own", problems);
            } else {
                mappings.otherTypes.put(javaName, other.get());
            }
        });
        // What is wrong with a mapping was said; the type itself is not to blame.
        byName.keySet().forEach(javaName -> {
            if (!mappings.otherTypes.containsKey(javaName)) {
                mappings.wireForms.putIfAbsent(javaName, new TypeRef.Any());
            }
        });
        return mappings;
    }

    boolean has(String javaName) {
        return wireForms.containsKey(javaName) || otherTypes.containsKey(javaName);
    }

    /** The wire form of a type by its qualified name. */
    Optional<TypeRef> wireFormOf(String javaName) {
        return Optional.ofNullable(wireForms.get(javaName));
    }

    /** The type that stands for another one, by its qualified name. */
    Optional<TypeElement> typeInsteadOf(String javaName) {
        return Optional.ofNullable(otherTypes.get(javaName));
    }

    private static Optional<TypeRef> wireForm(String wire) {
        return Optional.ofNullable(WORDS.get(wire))
                .or(() -> Optional.ofNullable(SCALARS.get(wire)).map(TypeRef.Scalar::new));
    }

    private static void report(String javaName, String wire, String reason, ProblemSink problems) {
        problems.report(
                ProblemId.BAD_TYPE_MAPPING,
                Place.UNKNOWN,
                Map.of(
                        "java", javaName,
                        "value", wire,
                        "reason", reason,
                        "scalars",
                                Arrays.stream(ScalarKind.values())
                                        .map(ScalarKind::wireName)
                                        .collect(joining(", "))));
    }

    /** Settings may spell nested types as class files do, or with dots, as an element of a pom has to. */
    private static String canonical(String javaName) {
        return javaName.strip().replace('$', '.');
    }
}
