package io.github.centrifugorpc.internal.registry;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Which types of the contract a Java type may be; one that is not known here may be any scalar, by a mapping. */
final class JavaTypes {

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

    private final ObjectMapper mapper;
    private final Map<String, TypeDeclaration> declarations;

    JavaTypes(ObjectMapper mapper, Map<String, TypeDeclaration> declarations) {
        this.mapper = mapper;
        this.declarations = declarations;
    }

    /** Whether the contract can have been written for this Java type. */
    boolean mayBe(JavaType javaType, TypeRef declared) {
        if (declared instanceof TypeRef.Nullable nullable) {
            return mayBe(javaType, nullable.inner());
        }
        if (declared instanceof TypeRef.PatchOf patch) {
            return javaType.hasRawClass(Patch.class) && mayBe(javaType.containedTypeOrUnknown(0), patch.inner());
        }
        if (javaType.isReferenceType()) {
            return mayBe(javaType.getContentType(), declared);
        }
        // Object is also what a stage is of that does not say so.
        if (declared instanceof TypeRef.Variable || javaType.isJavaLangObject()) {
            return true;
        }
        var kinds = KINDS.get(javaType.getRawClass());
        if (kinds != null) {
            return declared instanceof TypeRef.Scalar scalar && kinds.contains(scalar.kind());
        }
        return isShapedAs(javaType, declared)
                || value(javaType).filter(value -> mayBe(value, declared)).isPresent();
    }

    private boolean isShapedAs(JavaType javaType, TypeRef declared) {
        if (declared instanceof TypeRef.Named named) {
            return isNamed(javaType, named);
        }
        if (declared instanceof TypeRef.ListOf list) {
            return holds(javaType, list.element());
        }
        if (declared instanceof TypeRef.SetOf set) {
            return holds(javaType, set.element());
        }
        if (declared instanceof TypeRef.MapOf map) {
            return javaType.isMapLikeType()
                    && mayBe(javaType.getKeyType(), map.key())
                    && mayBe(javaType.getContentType(), map.value());
        }
        return declared instanceof TypeRef.Any || !isContainerOfTheJdk(javaType);
    }

    private boolean isNamed(JavaType javaType, TypeRef.Named named) {
        var declaration = declarations.get(named.name());
        if (declaration == null) {
            // A problem of its own.
            return true;
        }
        return declaration.javaName().equals(javaType.getRawClass().getName())
                && IntStream.range(0, named.arguments().size())
                        .allMatch(i -> mayBe(
                                javaType.containedTypeOrUnknown(i),
                                named.arguments().get(i)));
    }

    private boolean holds(JavaType javaType, TypeRef element) {
        // Jackson writes what is only an Iterable as an array, and does not count it among the collections.
        var content =
                javaType.hasRawClass(Iterable.class) ? javaType.containedTypeOrUnknown(0) : javaType.getContentType();
        return content != null && !javaType.isMapLikeType() && mayBe(content, element);
    }

    /** The type of the one value that stands for the whole, where {@code @JsonValue} marks it. */
    private Optional<JavaType> value(JavaType javaType) {
        var accessor = mapper.getSerializationConfig().introspect(javaType).findJsonValueAccessor();
        return Optional.ofNullable(accessor).map(AnnotatedMember::getType);
    }

    private static boolean isContainerOfTheJdk(JavaType javaType) {
        return javaType.isArrayType()
                || (javaType.isContainerType()
                        && javaType.getRawClass().getName().startsWith("java."));
    }
}
