package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the further members of an open object may hold. TypeScript demands that the declared members fit in as well, so
 * their types are named, too; where those are more than scalars and objects, anything goes.
 */
final class IndexSignature {

    private final Map<String, TypeDeclaration> declarations;
    private final TypeExpressions expressions;

    IndexSignature(Contract contract, TypeExpressions expressions) {
        this.declarations = contract.typesByName();
        this.expressions = expressions;
    }

    /** The parts of a union, such as {@code string}, {@code null}. */
    List<String> of(ObjectType type, TypeRef extra) {
        var others = new LinkedHashSet<TypeRef>();
        type.members().stream().map(Member::type).forEach(others::add);
        if (others.isEmpty() && type.tag().isEmpty()) {
            return List.of(extra.accept(expressions));
        }
        var parts = new LinkedHashSet<String>();
        add(extra, parts, true);
        if (type.tag().isPresent()) {
            parts.add("string");
        }
        others.forEach(other -> add(other, parts, other.equals(extra)));
        if (parts.contains(TypeExpressions.ANY)) {
            return List.of(TypeExpressions.ANY);
        }
        var union = new ArrayList<String>(parts);
        if (union.remove("null")) {
            union.add("null");
        }
        if (!type.members().stream().allMatch(Declarations::mustBeGiven)) {
            union.add("undefined");
        }
        return union;
    }

    // By what aliases and enums stand for: linters refuse to see one type under two names.
    private void add(TypeRef type, Set<String> parts, boolean isContainerWelcome) {
        if (type instanceof TypeRef.Nullable nullable) {
            add(nullable.inner(), parts, isContainerWelcome);
            parts.add("null");
        } else if (type instanceof TypeRef.PatchOf patch) {
            add(patch.inner(), parts, isContainerWelcome);
            parts.add("null");
        } else if (type instanceof TypeRef.Scalar scalar) {
            parts.add(primitive(scalar.kind()));
        } else if (type instanceof TypeRef.Named named && declarations.get(named.name()) instanceof EnumType values) {
            parts.add(primitive(values.base()));
        } else if (isContainerWelcome || type instanceof TypeRef.Named || type instanceof TypeRef.Variable) {
            parts.add(type.accept(expressions));
        } else {
            parts.add(TypeExpressions.ANY);
        }
    }

    private static String primitive(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> "number";
            default -> "string";
        };
    }
}
