package io.github.centrifugorpc.maven.target.golang;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;

/** Go type expressions for the types of the wire. */
final class GoTypes {

    private static final TypeRef.Visitor<String> EXPRESSIONS = new TypeRef.Visitor<>() {
        @Override
        public String scalar(ScalarKind kind) {
            return GoTypes.scalar(kind);
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
                            : arguments.stream().map(GoTypes::of).collect(joining(", ", "[", "]")));
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
            return "*" + of(inner);
        }

        @Override
        public String variable(String name) {
            return GoNames.type(name);
        }

        @Override
        public String patch(TypeRef inner) {
            return "Patch[" + of(inner) + "]";
        }
    };

    private GoTypes() {}

    /** The expression for a type. */
    static String of(TypeRef type) {
        return type.accept(EXPRESSIONS);
    }

    /** Whether the expression names a type of package time. */
    static boolean usesTime(TypeRef type) {
        return of(type).contains("time.Time");
    }

    /** The expression for the keys of a map. */
    static String key(TypeRef key) {
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

    private static String scalar(ScalarKind kind) {
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
}
