package io.github.centrifugorpc.maven.target.golang;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.List;
import java.util.Map;

/** Go type expressions for the types of the wire. */
final class GoTypes {

    private final Map<String, TypeDeclaration> declarations;
    private final TypeRef.Visitor<String> expressions = new Expressions();

    GoTypes(Contract contract) {
        this.declarations = contract.typesByName();
    }

    /** The expression for a type. */
    String of(TypeRef type) {
        return type.accept(expressions);
    }

    /** The expression for the keys of a map. */
    String key(TypeRef key) {
        if (key instanceof TypeRef.Scalar scalar) {
            // Keys are text on the wire in any case, and a map cannot be keyed by what lies behind a pointer.
            return switch (scalar.kind()) {
                case LONG_STRING -> "int64";
                case BIG_INTEGER, BIG_DECIMAL -> "string";
                default -> of(key);
            };
        }
        return of(key);
    }

    /** The identifier of a type parameter, which hides no type that the package has. */
    String variable(String name) {
        var identifier = GoNames.type(name);
        if (Character.isLowerCase(name.codePointAt(0))) {
            // Not the parameter T of the same type, beside this t.
            identifier += "_";
        }
        while (declares(identifier)) {
            identifier += "_";
        }
        return identifier;
    }

    /** What a name of the contract stands for. */
    TypeDeclaration declaration(String name) {
        var declaration = declarations.get(name);
        if (declaration == null) {
            throw new IllegalArgumentException("the contract has no type named " + name);
        }
        return declaration;
    }

    boolean isObject(TypeRef type) {
        return type instanceof TypeRef.Named named && declaration(named.name()) instanceof ObjectType;
    }

    boolean isUnion(TypeRef type) {
        return type instanceof TypeRef.Named named && declaration(named.name()) instanceof UnionType;
    }

    /** Whether Go has a nil for values of the type, so that null needs no pointer. */
    boolean hasNil(TypeRef type) {
        return type instanceof TypeRef.Any || isUnion(type);
    }

    private boolean declares(String identifier) {
        return declarations.keySet().stream().map(GoNames::type).anyMatch(identifier::equals);
    }

    private final class Expressions implements TypeRef.Visitor<String> {

        @Override
        public String scalar(ScalarKind kind) {
            return switch (kind) {
                case BOOLEAN -> "bool";
                case BYTE -> "int8";
                case SHORT -> "int16";
                case INT -> "int32";
                case LONG -> "int64";
                case LONG_STRING -> "Int64String";
                case FLOAT -> "float32";
                case DOUBLE -> "float64";
                case BIG_INTEGER -> "BigInteger";
                case BIG_DECIMAL -> "Decimal";
                case STRING, CHAR, UUID, URI, URL, LOCALE, CURRENCY, ZONE_ID -> "string";
                case BYTES -> "[]byte";
                case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> "time.Time";
                case LOCAL_DATE -> "LocalDate";
                case LOCAL_TIME -> "LocalTime";
                case LOCAL_DATE_TIME -> "LocalDateTime";
                case DURATION -> "Duration";
            };
        }

        @Override
        public String any() {
            return "json.RawMessage";
        }

        @Override
        public String named(String name, List<TypeRef> arguments) {
            return GoNames.type(name)
                    + (arguments.isEmpty()
                            ? ""
                            : arguments.stream().map(GoTypes.this::of).collect(joining(", ", "[", "]")));
        }

        @Override
        public String list(TypeRef element) {
            return "[]" + of(element);
        }

        @Override
        public String set(TypeRef element) {
            return list(element);
        }

        @Override
        public String map(TypeRef key, TypeRef value) {
            return "map[" + key(key) + "]" + of(value);
        }

        @Override
        public String nullable(TypeRef inner) {
            return (hasNil(inner) ? "" : "*") + of(inner);
        }

        @Override
        public String variable(String name) {
            return GoTypes.this.variable(name);
        }

        @Override
        public String patch(TypeRef inner) {
            return "Patch[" + of(inner) + "]";
        }
    }
}
