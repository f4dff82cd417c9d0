package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.List;

/** Go expressions for the functions that read and write values of the types of the wire. */
final class Coders {

    private final GoTypes types;
    private final TypeRef.Visitor<String> expressions = new Expressions();

    Coders(GoTypes types) {
        this.types = types;
    }

    /** The function for a type. */
    String of(TypeRef type) {
        return type.accept(expressions);
    }

    /** Whether a type of the contract travels as a number. */
    private boolean isNumericEnum(TypeRef type) {
        return type instanceof TypeRef.Named named
                && types.declaration(named.name()) instanceof EnumType enumType
                && enumType.isNumeric();
    }

    private boolean isWhole(TypeRef key) {
        if (!(key instanceof TypeRef.Scalar scalar)) {
            return isNumericEnum(key);
        }
        return switch (scalar.kind()) {
            case BYTE, SHORT, INT, LONG, LONG_STRING -> true;
            default -> false;
        };
    }

    private final class Expressions implements TypeRef.Visitor<String> {

        @Override
        public String scalar(ScalarKind kind) {
            var type = types.of(new TypeRef.Scalar(kind));
            return switch (kind) {
                case BOOLEAN -> "codec.Bool";
                case BYTE, SHORT, INT, LONG -> "codec.Int[" + type + "]";
                case LONG_STRING -> "codec.IntText[" + type + "]";
                case FLOAT -> "codec.Float32";
                case DOUBLE -> "codec.Float64";
                case BIG_INTEGER, BIG_DECIMAL, DURATION -> "codec.Own[" + type + "]";
                case BYTES -> "codec.Bytes";
                case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> "codec.Time";
                case STRING, CHAR, UUID, LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME, URI, URL, LOCALE, CURRENCY, ZONE_ID ->
                    "codec.Text[" + type + "]";
            };
        }

        @Override
        public String any() {
            return "codec.Raw";
        }

        @Override
        public String named(String name, List<TypeRef> arguments) {
            var type = new TypeRef.Named(name, arguments);
            var declaration = types.declaration(name);
            if (declaration instanceof UnionType) {
                return GoNames.unionCoder(name);
            }
            if (declaration instanceof EnumType) {
                return (isNumericEnum(type) ? "codec.Int[" : "codec.Text[") + types.of(type) + "]";
            }
            return "(*" + types.of(type) + ").json";
        }

        @Override
        public String variable(String name) {
            return GoNames.ARGUMENT_CODER + "[" + types.variable(name) + "]";
        }

        @Override
        public String list(TypeRef element) {
            return "codec.List(" + of(element) + ")";
        }

        @Override
        public String set(TypeRef element) {
            return list(element);
        }

        @Override
        public String map(TypeRef key, TypeRef value) {
            return (isWhole(key) ? "codec.IntMap[" : "codec.TextMap[") + types.key(key) + "](" + of(value) + ")";
        }

        @Override
        public String nullable(TypeRef inner) {
            if (inner instanceof TypeRef.Any) {
                return of(inner);
            }
            return (types.hasNil(inner) ? "codec.OrNull(" : "codec.Pointer(") + of(inner) + ")";
        }

        @Override
        public String patch(TypeRef inner) {
            return of(inner);
        }
    }
}
