package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.Map;
import java.util.Optional;

/** The Java types that hold JSON as it is. */
final class AnyTypes {

    private static final TypeRef ANY = new TypeRef.Any();

    private static final Map<String, TypeRef> CLASSES = Map.of(
            "java.lang.Object",
            ANY,
            "com.fasterxml.jackson.databind.JsonNode",
            ANY,
            "com.fasterxml.jackson.databind.node.ObjectNode",
            new TypeRef.MapOf(new TypeRef.Scalar(ScalarKind.STRING), ANY),
            "com.fasterxml.jackson.databind.node.ArrayNode",
            new TypeRef.ListOf(ANY));

    private AnyTypes() {}

    static Optional<TypeRef> ofClass(String qualifiedName) {
        return Optional.ofNullable(CLASSES.get(qualifiedName));
    }
}
