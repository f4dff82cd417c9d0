package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives types the names that SDKs use (types T11): what the project's settings or {@code @WireName} say; else the simple
 * name; Outer and Inner together for nested types that would share one.
 */
final class TypeNames {

    private static final Pattern VALID = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private final Map<String, String> byJavaName = new HashMap<>();

    /**
     * Settles all names.
     *
     * @param declarations each with its simple name, or with the one that {@code @WireName} gives
     * @param settings names by Java names
     */
    TypeNames(List<TypeDeclaration> declarations, Map<String, String> settings, ProblemSink problems) {
        Map<String, String> wanted = new HashMap<>();
        settings.forEach((javaName, name) -> wanted.put(javaName.strip().replace('$', '.'), name.strip()));
        Map<String, Integer> uses = new HashMap<>();
        declarations.stream()
                .filter(declaration -> !isGiven(declaration))
                .forEach(declaration -> uses.merge(declaration.name(), 1, Integer::sum));
        for (TypeDeclaration declaration : declarations) {
            String javaName = declaration.javaName();
            boolean isGiven = isGiven(declaration);
            Optional<String> setting = Optional.ofNullable(wanted.get(javaName.replace('$', '.')));
            boolean isShared = uses.getOrDefault(declaration.name(), 0) > 1 && !isGiven;
            String name = setting.orElse(isShared ? nestedName(javaName) : declaration.name());
            if ((isGiven || setting.isPresent()) && !VALID.matcher(name).matches()) {
                problems.report(
                        ProblemId.BAD_TYPE_NAME,
                        declaration.place(),
                        Map.of(
                                "java", javaName,
                                "name", name,
                                "origin", setting.isPresent() ? "<typeNames>" : "@WireName"));
            }
            byJavaName.put(javaName, name);
        }
    }

    TypeDeclaration named(TypeDeclaration declaration) {
        String name = name(declaration.javaName());
        if (declaration instanceof EnumType type) {
            return new EnumType(
                    name,
                    type.javaName(),
                    type.base(),
                    type.values(),
                    type.fallback(),
                    type.docs(),
                    type.deprecated(),
                    type.place());
        }
        if (declaration instanceof UnionType type) {
            return new UnionType(
                    name,
                    type.javaName(),
                    type.discriminator(),
                    type.variants().stream().map(this::name).toList(),
                    type.fallback().map(this::name),
                    type.docs(),
                    type.deprecated(),
                    type.place());
        }
        ObjectType type = (ObjectType) declaration;
        return new ObjectType(
                name,
                type.javaName(),
                type.typeParameters(),
                type.tag(),
                type.members().stream().map(this::named).toList(),
                type.extra().map(this::named),
                type.docs(),
                type.deprecated(),
                type.place());
    }

    RpcMethod named(RpcMethod method) {
        return new RpcMethod(
                method.name(),
                method.handler(),
                method.javaMethod(),
                method.params().map(params -> (TypeRef.Named) named(params)),
                method.result().map(this::named),
                method.docs(),
                method.deprecated(),
                method.options(),
                method.place());
    }

    private Member named(Member member) {
        return new Member(
                member.name(),
                member.javaName(),
                named(member.type()),
                member.required(),
                member.defaultValue(),
                member.aliases(),
                member.constraints(),
                member.docs(),
                member.deprecated(),
                member.place());
    }

    private TypeRef named(TypeRef type) {
        return type.accept(new TypeRef.Visitor<>() {
            @Override
            public TypeRef scalar(ScalarKind kind) {
                return type;
            }

            @Override
            public TypeRef any() {
                return type;
            }

            @Override
            public TypeRef named(String javaName, List<TypeRef> arguments) {
                return new TypeRef.Named(
                        name(javaName),
                        arguments.stream().map(TypeNames.this::named).toList());
            }

            @Override
            public TypeRef variable(String name) {
                return type;
            }

            @Override
            public TypeRef list(TypeRef element) {
                return new TypeRef.ListOf(TypeNames.this.named(element));
            }

            @Override
            public TypeRef set(TypeRef element) {
                return new TypeRef.SetOf(TypeNames.this.named(element));
            }

            @Override
            public TypeRef map(TypeRef key, TypeRef value) {
                return new TypeRef.MapOf(TypeNames.this.named(key), TypeNames.this.named(value));
            }

            @Override
            public TypeRef nullable(TypeRef inner) {
                return new TypeRef.Nullable(TypeNames.this.named(inner));
            }

            @Override
            public TypeRef patch(TypeRef inner) {
                return new TypeRef.PatchOf(TypeNames.this.named(inner));
            }
        });
    }

    private static boolean isGiven(TypeDeclaration declaration) {
        return !declaration.name().equals(simpleName(declaration.javaName()));
    }

    private String name(String javaName) {
        return byJavaName.getOrDefault(javaName, javaName);
    }

    private static String simpleName(String javaName) {
        return javaName.substring(Math.max(javaName.lastIndexOf('.'), javaName.lastIndexOf('$')) + 1);
    }

    /** {@code com.acme.Outer$Inner} reads {@code OuterInner}; a type that is not nested keeps its simple name. */
    private static String nestedName(String javaName) {
        return javaName.substring(javaName.lastIndexOf('.') + 1).replace("$", "");
    }
}
