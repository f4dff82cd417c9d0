package io.github.centrifugorpc.maven.target.python;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;

/** Types as annotations; {@code _wire} is the runtime's module of scalars. */
final class PythonTypes implements TypeRef.Visitor<String> {

    /** As the module of the types writes them. */
    static final PythonTypes OWN = new PythonTypes("");

    /** As other modules write them. */
    static final PythonTypes FOREIGN = new PythonTypes("models.");

    private final String qualifier;

    private PythonTypes(String qualifier) {
        this.qualifier = qualifier;
    }

    String annotation(TypeRef type) {
        return type.accept(this);
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
        return "_wire.Json";
    }

    @Override
    public String named(String name, List<TypeRef> arguments) {
        var className = qualifier + PythonNames.type(name);
        return arguments.isEmpty()
                ? className
                : className + arguments.stream().map(this::annotation).collect(joining(", ", "[", "]"));
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
        return PythonNames.variable(name);
    }

    @Override
    public String patch(TypeRef inner) {
        return "_wire.Patch[" + annotation(inner) + "]";
    }
}
