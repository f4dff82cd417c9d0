package io.github.centrifugorpc.internal.registry;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JavaType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Which scalars of the contract a Java type may be; types that are not here may be anything. */
final class JavaScalars {

    private static final Set<ScalarKind> BOOLEANS = Set.of(ScalarKind.BOOLEAN);
    private static final Set<ScalarKind> BYTES = Set.of(ScalarKind.BYTE);
    private static final Set<ScalarKind> SHORTS = Set.of(ScalarKind.SHORT);
    private static final Set<ScalarKind> INTS = Set.of(ScalarKind.INT);
    private static final Set<ScalarKind> LONGS = Set.of(ScalarKind.LONG, ScalarKind.LONG_STRING);
    private static final Set<ScalarKind> FLOATS = Set.of(ScalarKind.FLOAT);
    private static final Set<ScalarKind> DOUBLES = Set.of(ScalarKind.DOUBLE);
    private static final Set<ScalarKind> CHARS = Set.of(ScalarKind.CHAR);

    private static final Map<Class<?>, Set<ScalarKind>> KINDS = Map.ofEntries(
            entry(boolean.class, BOOLEANS),
            entry(Boolean.class, BOOLEANS),
            entry(byte.class, BYTES),
            entry(Byte.class, BYTES),
            entry(short.class, SHORTS),
            entry(Short.class, SHORTS),
            entry(int.class, INTS),
            entry(Integer.class, INTS),
            entry(OptionalInt.class, INTS),
            entry(long.class, LONGS),
            entry(Long.class, LONGS),
            entry(OptionalLong.class, LONGS),
            entry(float.class, FLOATS),
            entry(Float.class, FLOATS),
            entry(double.class, DOUBLES),
            entry(Double.class, DOUBLES),
            entry(OptionalDouble.class, DOUBLES),
            entry(char.class, CHARS),
            entry(Character.class, CHARS),
            entry(String.class, Set.of(ScalarKind.STRING)),
            entry(UUID.class, Set.of(ScalarKind.UUID)),
            entry(byte[].class, Set.of(ScalarKind.BYTES)),
            entry(BigInteger.class, Set.of(ScalarKind.BIG_INTEGER)),
            entry(BigDecimal.class, Set.of(ScalarKind.BIG_DECIMAL)),
            entry(Instant.class, Set.of(ScalarKind.INSTANT)),
            entry(OffsetDateTime.class, Set.of(ScalarKind.OFFSET_DATE_TIME)),
            entry(ZonedDateTime.class, Set.of(ScalarKind.ZONED_DATE_TIME)),
            entry(LocalDate.class, Set.of(ScalarKind.LOCAL_DATE)),
            entry(LocalTime.class, Set.of(ScalarKind.LOCAL_TIME)),
            entry(LocalDateTime.class, Set.of(ScalarKind.LOCAL_DATE_TIME)),
            entry(Duration.class, Set.of(ScalarKind.DURATION)));

    private JavaScalars() {}

    /** Whether the contract can have been written for this Java type, as far as scalars tell. */
    static boolean mayBe(JavaType javaType, TypeRef declared) {
        if (declared instanceof TypeRef.Nullable nullable) {
            return mayBe(javaType, nullable.inner());
        }
        if (javaType.isReferenceType()) {
            return mayBe(javaType.getContentType(), declared);
        }
        var kinds = KINDS.get(javaType.getRawClass());
        return kinds == null || (declared instanceof TypeRef.Scalar scalar && kinds.contains(scalar.kind()));
    }
}
