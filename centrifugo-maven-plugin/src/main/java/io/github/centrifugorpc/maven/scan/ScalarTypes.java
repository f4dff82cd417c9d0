package io.github.centrifugorpc.maven.scan;

import static java.util.Map.entry;

import io.github.centrifugorpc.contract.ScalarKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The Java types that are one scalar on the wire. */
final class ScalarTypes {

    private static final Map<TypeKind, ScalarKind> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, ScalarKind.BOOLEAN,
            TypeKind.BYTE, ScalarKind.BYTE,
            TypeKind.SHORT, ScalarKind.SHORT,
            TypeKind.INT, ScalarKind.INT,
            TypeKind.LONG, ScalarKind.LONG,
            TypeKind.FLOAT, ScalarKind.FLOAT,
            TypeKind.DOUBLE, ScalarKind.DOUBLE,
            TypeKind.CHAR, ScalarKind.CHAR);

    private static final Map<String, ScalarKind> CLASSES = Map.ofEntries(
            entry("java.lang.Boolean", ScalarKind.BOOLEAN),
            entry("java.lang.Byte", ScalarKind.BYTE),
            entry("java.lang.Short", ScalarKind.SHORT),
            entry("java.lang.Integer", ScalarKind.INT),
            entry("java.lang.Long", ScalarKind.LONG),
            entry("java.lang.Float", ScalarKind.FLOAT),
            entry("java.lang.Double", ScalarKind.DOUBLE),
            entry("java.lang.Character", ScalarKind.CHAR),
            entry("java.lang.String", ScalarKind.STRING),
            entry("java.math.BigInteger", ScalarKind.BIG_INTEGER),
            entry("java.math.BigDecimal", ScalarKind.BIG_DECIMAL),
            entry("java.util.UUID", ScalarKind.UUID),
            entry("java.time.Instant", ScalarKind.INSTANT),
            entry("java.time.OffsetDateTime", ScalarKind.OFFSET_DATE_TIME),
            entry("java.time.ZonedDateTime", ScalarKind.ZONED_DATE_TIME),
            entry("java.time.LocalDate", ScalarKind.LOCAL_DATE),
            entry("java.time.LocalTime", ScalarKind.LOCAL_TIME),
            entry("java.time.LocalDateTime", ScalarKind.LOCAL_DATE_TIME),
            entry("java.time.Duration", ScalarKind.DURATION),
            entry("java.time.ZoneId", ScalarKind.ZONE_ID),
            entry("java.net.URI", ScalarKind.URI),
            entry("java.net.URL", ScalarKind.URL),
            entry("java.util.Locale", ScalarKind.LOCALE),
            entry("java.util.Currency", ScalarKind.CURRENCY));

    private static final Map<String, ScalarKind> OPTIONALS = Map.of(
            "java.util.OptionalInt", ScalarKind.INT,
            "java.util.OptionalLong", ScalarKind.LONG,
            "java.util.OptionalDouble", ScalarKind.DOUBLE);

    private static final Set<ScalarKind> KEYS = Set.of(
            ScalarKind.STRING,
            ScalarKind.UUID,
            ScalarKind.BYTE,
            ScalarKind.SHORT,
            ScalarKind.INT,
            ScalarKind.LONG,
            ScalarKind.BIG_INTEGER,
            ScalarKind.LOCAL_DATE);

    private ScalarTypes() {}

    static Optional<ScalarKind> ofPrimitive(TypeKind kind) {
        return Optional.ofNullable(PRIMITIVES.get(kind));
    }

    static Optional<ScalarKind> ofClass(String qualifiedName) {
        return Optional.ofNullable(CLASSES.get(qualifiedName));
    }

    static Optional<ScalarKind> of(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ofClass(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString())
                : ofPrimitive(type.getKind());
    }

    /** What {@code OptionalInt} and its kin hold. */
    static Optional<ScalarKind> ofOptional(String qualifiedName) {
        return Optional.ofNullable(OPTIONALS.get(qualifiedName));
    }

    /** Whether a kind may be the key of a map. */
    static boolean isKey(ScalarKind kind) {
        return KEYS.contains(kind);
    }
}
