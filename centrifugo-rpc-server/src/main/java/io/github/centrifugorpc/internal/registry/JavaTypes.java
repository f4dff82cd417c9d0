package io.github.centrifugorpc.internal.registry;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Which types of the contract a Java type may be; one with a wire form of its own may be any, by a mapping. */
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
            entry(Duration.class, Set.of(ScalarKind.DURATION)),
            entry(URI.class, Set.of(ScalarKind.URI)),
            entry(URL.class, Set.of(ScalarKind.URL)),
            entry(Locale.class, Set.of(ScalarKind.LOCALE)),
            entry(Currency.class, Set.of(ScalarKind.CURRENCY)),
            entry(ZoneId.class, Set.of(ScalarKind.ZONE_ID)));

    private final Map<String, TypeDeclaration> declarations;
    private final BoundTypes boundTypes;

    /**
     * By the given declarations.
     *
     * @param boundTypes says what Jackson does with a class
     */
    JavaTypes(Map<String, TypeDeclaration> declarations, BoundTypes boundTypes) {
        this.declarations = declarations;
        this.boundTypes = boundTypes;
    }

    /** Whether a class is one whose wire form only a mapping of the plugin can have said. */
    boolean isMapped(JavaType javaType) {
        if (javaType.isContainerType() || javaType.isReferenceType()) {
            return isMapped(javaType.getContentType());
        }
        var value = boundTypes.value(javaType);
        return value.isPresent()
                ? isMapped(value.get())
                : !KINDS.containsKey(javaType.getRawClass())
                        && !isDeclared(javaType.getRawClass())
                        && boundTypes.isForeign(javaType);
    }

    private boolean isDeclared(Class<?> type) {
        return declarations.values().stream()
                .anyMatch(declaration -> declaration.javaName().equals(type.getName()));
    }

    /** Whether the contract can have been written for this Java type. */
    boolean mayBe(JavaType javaType, TypeRef declared) {
        if (declared instanceof TypeRef.Nullable nullable) {
            return mayBe(javaType, nullable.inner());
        }
        if (declared instanceof TypeRef.PatchOf patch) {
            return javaType.isTypeOrSubTypeOf(Patch.class) && mayBe(javaType.getContentType(), patch.inner());
        }
        if (javaType.isReferenceType()) {
            return !javaType.isTypeOrSubTypeOf(Patch.class) && mayBe(javaType.getContentType(), declared);
        }
        if (declared instanceof TypeRef.Any) {
            return isUntyped(javaType) || boundTypes.isForeign(javaType);
        }
        var kinds = KINDS.get(javaType.getRawClass());
        if (kinds != null) {
            return declared instanceof TypeRef.Scalar scalar && kinds.contains(scalar.kind());
        }
        if (declared instanceof TypeRef.Named named && isOf(javaType, named)) {
            return true;
        }
        var value = boundTypes.value(javaType);
        if (value.isPresent()) {
            return mayBe(value.get(), declared);
        }
        if (declared instanceof TypeRef.Named) {
            return isMapped(javaType);
        }
        if (declared instanceof TypeRef.ListOf list) {
            return holds(javaType, list.element()) || isMapped(javaType);
        }
        if (declared instanceof TypeRef.SetOf set) {
            return holds(javaType, set.element()) || isMapped(javaType);
        }
        if (declared instanceof TypeRef.MapOf map) {
            return (javaType.isMapLikeType()
                            && mayBe(javaType.getKeyType(), map.key())
                            && mayBe(javaType.getContentType(), map.value()))
                    || isMapped(javaType);
        }
        return !isContainerOfTheJdk(javaType) && boundTypes.isForeign(javaType);
    }

    private static boolean isUntyped(JavaType javaType) {
        return javaType.isJavaLangObject()
                || javaType.isTypeOrSubTypeOf(JsonNode.class)
                || (javaType.isMapLikeType() && isUntyped(javaType.getContentType()));
    }

    private boolean isOf(JavaType javaType, TypeRef.Named named) {
        var declaration = declarations.get(named.name());
        if (declaration == null) {
            // One that the contract names and does not declare is a problem of its own.
            return true;
        }
        var arguments = javaType.getBindings().getTypeParameters();
        boolean doArgumentsFit = arguments.size() != named.arguments().size()
                || IntStream.range(0, arguments.size())
                        .allMatch(i -> mayBe(arguments.get(i), named.arguments().get(i)));
        return declaration.javaName().equals(javaType.getRawClass().getName()) && doArgumentsFit;
    }

    /** A Java type that the contract's reference may have been written for. */
    JavaType of(TypeRef type, TypeFactory factory, ClassLoader loader) {
        if (type instanceof TypeRef.Named named && declarations.containsKey(named.name())) {
            try {
                var javaClass = Class.forName(declarations.get(named.name()).javaName(), false, loader);
                var arguments = named.arguments().stream()
                        .map(argument -> of(argument, factory, loader))
                        .toArray(JavaType[]::new);
                return arguments.length == 0
                        ? factory.constructType(javaClass)
                        : factory.constructParametricType(javaClass, arguments);
            } catch (ClassNotFoundException | LinkageError e) {
                // Told where the argument itself is compared.
                return factory.constructType(Object.class);
            }
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return factory.constructType(ofKind(scalar.kind()));
        }
        if (type instanceof TypeRef.ListOf list) {
            return factory.constructCollectionType(List.class, of(list.element(), factory, loader));
        }
        if (type instanceof TypeRef.SetOf set) {
            return factory.constructCollectionType(Set.class, of(set.element(), factory, loader));
        }
        if (type instanceof TypeRef.MapOf map) {
            return factory.constructMapType(
                    Map.class, of(map.key(), factory, loader), of(map.value(), factory, loader));
        }
        return type.parts().isEmpty()
                ? factory.constructType(Object.class)
                : of(type.parts().get(0), factory, loader);
    }

    private static Class<?> ofKind(ScalarKind kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(kind))
                .map(Map.Entry::getKey)
                .filter(type -> !type.isPrimitive() && !type.getSimpleName().startsWith("Optional"))
                .findFirst()
                .orElseThrow();
    }

    private boolean holds(JavaType javaType, TypeRef element) {
        // Jackson writes what is only an Iterable as an array, and does not count it among the collections.
        var content =
                javaType.hasRawClass(Iterable.class) ? javaType.containedTypeOrUnknown(0) : javaType.getContentType();
        return content != null && !javaType.isMapLikeType() && mayBe(content, element);
    }

    private static boolean isContainerOfTheJdk(JavaType javaType) {
        return javaType.isContainerType()
                && (javaType.isArrayType() || javaType.getRawClass().getName().startsWith("java."));
    }
}
