package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values that fit a type, for examples: only what must be given, and the shortest of each kind. */
final class Samples implements TypeRef.Visitor<String> {

    private final Map<String, TypeDeclaration> declarations;

    Samples(Contract contract) {
        declarations = contract.typesByName();
    }

    @Override
    public String scalar(ScalarKind kind) {
        return switch (kind) {
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
        };
    }

    @Override
    public String any() {
        return "null";
    }

    @Override
    public String named(String name, List<TypeRef> arguments) {
        var declaration = declarations.get(name);
        if (declaration instanceof EnumType type) {
            return type.values().isEmpty()
                    ? "''"
                    : Literals.string(type.values().get(0).name());
        }
        var members = members(name);
        return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
    }

    /** The members that an object of this type cannot do without, each with a value. */
    List<String> members(String objectType) {
        return declarations.get(objectType) instanceof ObjectType type
                ? type.members().stream()
                        .filter(TypesView::mustBeGiven)
                        .map(this::assignment)
                        .collect(Collectors.toList())
                : List.of();
    }

    private String assignment(Member member) {
        return TypeScriptNames.key(member.name()) + ": " + member.type().accept(this);
    }

    @Override
    public String list(TypeRef element) {
        return "[]";
    }

    @Override
    public String set(TypeRef element) {
        return "[]";
    }

    @Override
    public String map(TypeRef key, TypeRef value) {
        return "{}";
    }

    @Override
    public String nullable(TypeRef inner) {
        return "null";
    }

    @Override
    public String variable(String name) {
        return "null";
    }

    @Override
    public String patch(TypeRef inner) {
        return inner.accept(this);
    }
}
