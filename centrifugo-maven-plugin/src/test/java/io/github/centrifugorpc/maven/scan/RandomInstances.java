package io.github.centrifugorpc.maven.scan;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java objects with random contents, made without asking Jackson what their properties are. */
final class RandomInstances {

    private static final int DEEPEST = 3;

    private final Random random;

    RandomInstances(Random random) {
        this.random = random;
    }

    Object of(Class<?> type, int depth) throws ReflectiveOperationException {
        JavaType context = TypeFactory.defaultInstance().constructType(type);
        if (type.isRecord()) {
            List<Object> values = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                values.add(value(resolved(component.getGenericType(), context), depth + 1));
            }
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return accessible(type.getDeclaredConstructor(types)).newInstance(values.toArray());
        }
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        List<Object> arguments = new ArrayList<>();
        for (Type parameter : constructor.getGenericParameterTypes()) {
            JavaType resolved = resolved(parameter, context);
            boolean isBuilder = resolved.getRawClass().getName().endsWith("Builder");
            arguments.add(isBuilder ? of(resolved.getRawClass(), depth + 1) : value(resolved, depth + 1));
        }
        Object instance = accessible(constructor).newInstance(arguments.toArray());
        for (JavaType above = context; !above.isJavaLangObject(); above = above.getSuperClass()) {
            for (Field field : above.getRawClass().getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
                    field.setAccessible(true);
                    field.set(instance, value(resolved(field.getGenericType(), above), depth + 1));
                }
            }
        }
        return instance;
    }

    private static JavaType resolved(Type type, JavaType context) {
        return TypeFactory.defaultInstance().resolveMemberType(type, context.getBindings());
    }

    private static Constructor<?> accessible(Constructor<?> constructor) {
        constructor.setAccessible(true);
        return constructor;
    }

    private @Nullable Object value(JavaType type, int depth) throws ReflectiveOperationException {
        Class<?> raw = type.getRawClass();
        if (!raw.isPrimitive() && !Optional.class.equals(raw) && (depth > DEEPEST || random.nextInt(12) == 0)) {
            return OptionalInt.class.equals(raw) ? OptionalInt.empty() : null;
        }
        Object scalar = scalar(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        if (Optional.class.equals(raw)) {
            return random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.ofNullable(value(type.containedType(0), depth + 1));
        }
        if (type.isArrayType()) {
            Object array = Array.newInstance(type.getContentType().getRawClass(), random.nextInt(3));
            for (int i = 0; i < Array.getLength(array); i++) {
                Array.set(array, i, present(type.getContentType(), depth));
            }
            return array;
        }
        if (type.isMapLikeType()) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                map.put(present(type.getKeyType(), depth), present(type.getContentType(), depth));
            }
            return map;
        }
        if (type.isCollectionLikeType()) {
            Collection<Object> all = Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>() : new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                all.add(present(type.getContentType(), depth));
            }
            return all;
        }
        return of(raw, depth + 1);
    }

    /** Elements are never null, as contracts have them. */
    private Object present(JavaType type, int depth) throws ReflectiveOperationException {
        Object value = null;
        while (value == null) {
            value = value(type, Math.min(depth, DEEPEST - 1));
        }
        return value;
    }

    private @Nullable Object scalar(Class<?> type) {
        return switch (type.getName()) {
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "byte", "java.lang.Byte" -> (byte) random.nextInt();
            case "short", "java.lang.Short" -> (short) random.nextInt();
            case "int", "java.lang.Integer" -> random.nextInt();
            case "long", "java.lang.Long" -> random.nextLong() >> 11;
            case "float", "java.lang.Float" -> random.nextFloat();
            case "double", "java.lang.Double" -> random.nextGaussian();
            case "char", "java.lang.Character" -> (char) ('a' + random.nextInt(26));
            case "java.lang.String", "java.lang.Object" -> random.nextInt(4) == 0 ? "" : "text " + random.nextInt(99);
            case "java.math.BigInteger" -> new BigInteger(99, random);
            case "java.math.BigDecimal" -> new BigDecimal(new BigInteger(60, random), random.nextInt(5));
            case "java.util.UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "java.time.Instant" -> Instant.ofEpochSecond(random.nextInt());
            case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case "java.time.Duration" -> Duration.ofMillis(random.nextInt());
            case "java.util.OptionalInt" -> OptionalInt.of(random.nextInt());
            default -> null;
        };
    }
}
