package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
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
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
     * @param errors each with the name that follows from its simple name, or with the one that {@code @WireName} gives
     * @param settings names by Java names
     */
    TypeNames(
            List<TypeDeclaration> declarations,
            List<ErrorType> errors,
            Map<String, String> settings,
            ProblemSink problems) {
        List<Unnamed> unnamed = Stream.concat(
                        declarations.stream().map(Unnamed::of), errors.stream().map(Unnamed::of))
                .toList();
        Map<String, String> wanted = new HashMap<>();
        settings.forEach((javaName, name) -> wanted.put(javaName.strip().replace('$', '.'), name.strip()));
        Map<String, Integer> uses = new HashMap<>();
        unnamed.stream().filter(type -> !type.isGiven()).forEach(type -> uses.merge(type.name(), 1, Integer::sum));
        for (Unnamed type : unnamed) {
            Optional<String> setting =
                    Optional.ofNullable(wanted.get(type.javaName().replace('$', '.')));
            boolean isShared = uses.getOrDefault(type.name(), 0) > 1 && !type.isGiven();
            String name = setting.orElse(isShared ? type.nestedName() : type.name());
            if ((type.isGiven() || setting.isPresent()) && !VALID.matcher(name).matches()) {
                problems.report(
                        ProblemId.BAD_TYPE_NAME,
                        type.place(),
                        Map.of(
                                "java",
                                type.javaName(),
                                "name",
                                name,
                                "origin",
                                setting.isPresent() ? "<typeNames>" : "@WireName"));
            }
            byJavaName.put(type.javaName(), name);
        }
    }

    /**
     * What is to be called by a name of its own.
     *
     * @param name as it was read
     * @param fromSimpleName what makes an SDK's name of a simple name
     */
    private record Unnamed(String javaName, String name, UnaryOperator<String> fromSimpleName, Place place) {

        static Unnamed of(TypeDeclaration type) {
            return new Unnamed(type.javaName(), type.name(), UnaryOperator.identity(), type.place());
        }

        static Unnamed of(ErrorType error) {
            return new Unnamed(error.javaName(), error.type(), ErrorReader::typeName, error.place());
        }

        boolean isGiven() {
            return !name.equals(fromSimpleName.apply(simpleName(javaName)));
        }

        /** {@code com.acme.Outer$Inner} reads {@code OuterInner}; a type that is not nested keeps its simple name. */
        String nestedName() {
            return fromSimpleName.apply(
                    javaName.substring(javaName.lastIndexOf('.') + 1).replace("$", ""));
        }
    }

    ErrorType named(ErrorType error) {
        return new ErrorType(
                name(error.javaName()),
                error.javaName(),
                error.code(),
                error.name(),
                error.details().map(details -> (TypeRef.Named) named(details)),
                error.docs(),
                error.deprecated(),
                error.place());
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
                method.errors(),
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

    private String name(String javaName) {
        return byJavaName.getOrDefault(javaName, javaName);
    }

    private static String simpleName(String javaName) {
        return javaName.substring(Math.max(javaName.lastIndexOf('.'), javaName.lastIndexOf('$')) + 1);
    }
}
