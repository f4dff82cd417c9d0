package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that fit a type, for examples: only what must be given, and the shortest of each kind. A type inside itself has
 * none, so that of a union's variants one is taken that ends.
 */
final class Samples implements TypeRef.Visitor<Optional<String>> {

    private final Map<String, TypeDeclaration> declarations;
    private final Deque<String> open = new ArrayDeque<>();

    Samples(Contract contract) {
        declarations = contract.typesByName();
    }

    /** The members that an object of this type cannot do without, each with a value. */
    List<String> members(TypeRef.Named type) {
        return assignments(type).orElse(List.of());
    }

    @Override
    public Optional<String> scalar(ScalarKind kind) {
        return Optional.of(
                switch (kind) {
                    case BOOLEAN -> "true";
                    case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> "1";
                    case LONG_STRING, BIG_INTEGER -> "'1'";
                    case BIG_DECIMAL -> "'1.50'";
                    case STRING -> "'123'";
                    case CHAR -> "'a'";
                    case UUID -> "'0b7cf2a4-5d0e-4b5e-9f59-3c7a3e0f7d11'";
                    case BYTES -> "'aGk='";
                    case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> "'2026-02-01T10:00:00Z'";
                    case LOCAL_DATE -> "'2026-02-01'";
                    case LOCAL_TIME -> "'10:00:00'";
                    case LOCAL_DATE_TIME -> "'2026-02-01T10:00:00'";
                    case DURATION -> "'PT1M30S'";
                    case URI, URL -> "'https://example.com/'";
                    case LOCALE -> "'en-GB'";
                    case CURRENCY -> "'EUR'";
                    case ZONE_ID -> "'Europe/Berlin'";
                });
    }

    @Override
    public Optional<String> any() {
        return Optional.of("null");
    }

    @Override
    public Optional<String> named(String name, List<TypeRef> arguments) {
        if (declarations.get(name) instanceof EnumType type) {
            return type.values().isEmpty()
                    ? scalar(type.base())
                    : Optional.of(TypeDocs.literal(type, type.values().get(0)));
        }
        return assignments(new TypeRef.Named(name, arguments))
                .map(members -> members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }");
    }

    @Override
    public Optional<String> variable(String name) {
        throw new IllegalStateException("the type parameter " + name + " is not bound");
    }

    @Override
    public Optional<String> list(TypeRef element) {
        return Optional.of("[]");
    }

    @Override
    public Optional<String> set(TypeRef element) {
        return Optional.of("[]");
    }

    @Override
    public Optional<String> map(TypeRef key, TypeRef value) {
        return Optional.of("{}");
    }

    @Override
    public Optional<String> nullable(TypeRef inner) {
        return Optional.of("null");
    }

    @Override
    public Optional<String> patch(TypeRef inner) {
        return Optional.of("null");
    }

    private Optional<List<String>> assignments(TypeRef.Named type) {
        if (open.contains(type.name())) {
            return Optional.empty();
        }
        open.push(type.name());
        try {
            var declaration = declarations.get(type.name());
            if (declaration instanceof UnionType union) {
                return union.variants().stream()
                        .flatMap(variant -> assignments(new TypeRef.Named(variant)).stream())
                        .findFirst();
            }
            return declaration instanceof ObjectType object ? assignments(object, type.arguments()) : Optional.empty();
        } finally {
            open.pop();
        }
    }

    private Optional<List<String>> assignments(ObjectType type, List<TypeRef> arguments) {
        var bound = new HashMap<String, TypeRef>();
        for (int i = 0; i < arguments.size(); i++) {
            bound.put(type.typeParameters().get(i), arguments.get(i));
        }
        var assignments = new ArrayList<String>();
        type.tag().ifPresent(tag -> assignments.add(assignment(tag.member(), Literals.string(tag.value()))));
        for (Member member : type.members()) {
            if (Declarations.mustBeGiven(member)) {
                var value = member.type().bind(bound).accept(this);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                assignments.add(assignment(member.name(), value.get()));
            }
        }
        return Optional.of(assignments);
    }

    private static String assignment(String name, String value) {
        return TypeScriptNames.key(name) + ": " + value;
    }
}
