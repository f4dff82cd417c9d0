package io.github.centrifugorpc.maven.target.python;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;

/** Types as annotations; {@code _wire} is the runtime's module of scalars. */
final class PythonTypes implements TypeRef.Visitor<String> {

    private static final PythonTypes ANNOTATIONS = new PythonTypes();

    private PythonTypes() {}

    static String annotation(TypeRef type) {
        return type.accept(ANNOTATIONS);
    }

    @Override
    public String scalar(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> "bool";
            case STRING, URI, URL, LOCALE, CURRENCY, ZONE_ID -> "str";
            case BYTE -> "_wire.Byte";
            case SHORT -> "_wire.Short";
            case INT -> "_wire.Int";
            case LONG -> "_wire.Long";
            case LONG_STRING -> "_wire.LongString";
            case FLOAT -> "_wire.Float";
            case DOUBLE -> "_wire.Double";
            case BIG_INTEGER -> "_wire.BigInteger";
            case BIG_DECIMAL -> "_wire.BigDecimal";
            case CHAR -> "_wire.Char";
            case UUID -> "_wire.UUID";
            case BYTES -> "_wire.Bytes";
            case INSTANT -> "_wire.Instant";
            // The region of a zone does not travel, its offset does.
            case OFFSET_DATE_TIME, ZONED_DATE_TIME -> "_wire.OffsetDateTime";
            case LOCAL_DATE -> "_wire.LocalDate";
            case LOCAL_TIME -> "_wire.LocalTime";
            case LOCAL_DATE_TIME -> "_wire.LocalDateTime";
            case DURATION -> "_wire.Duration";
        };
    }

    @Override
    public String any() {
        return "_wire.Any";
    }

    @Override
    public String named(String name, List<TypeRef> arguments) {
        return PythonNames.type(name)
                + (arguments.isEmpty()
                        ? ""
                        : arguments.stream().map(PythonTypes::annotation).collect(joining(", ", "[", "]")));
    }

    @Override
    public String list(TypeRef element) {
        return "list[" + annotation(element) + "]";
    }

    @Override
    public String set(TypeRef element) {
        // Elements need not be hashable.
        return list(element);
    }

    @Override
    public String map(TypeRef key, TypeRef value) {
        return "dict[" + annotation(key) + ", " + annotation(value) + "]";
    }

    @Override
    public String nullable(TypeRef inner) {
        return annotation(inner) + " | None";
    }

    @Override
    public String variable(String name) {
        return PythonNames.type(name);
    }

    @Override
    public String patch(TypeRef inner) {
        return "_wire.Patch[" + annotation(inner) + "]";
    }

    /** What makes an empty list or map; its types are quoted, as they may be declared further down. */
    static String emptyFactory(TypeRef type) {
        if (type instanceof TypeRef.MapOf map) {
            return "dict[" + quoted(map.key()) + ", " + quoted(map.value()) + "]";
        }
        var element = type instanceof TypeRef.SetOf set ? set.element() : ((TypeRef.ListOf) type).element();
        return "list[" + quoted(element) + "]";
    }

    private static String quoted(TypeRef type) {
        var annotation = annotation(type);
        return type instanceof TypeRef.Scalar ? annotation : '"' + annotation + '"';
    }
}
