package io.github.centrifugorpc.it.scenarios.library;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gitlab4j.api.models.Duration;

/** Fills the fields of a class, and of the classes in them, with random values; Jackson is not asked what they are. */
final class RandomModel {
    private static final int DEEPEST = 8;
    private static final List<String> TEXTS =
            List.of("", "a", "nginx:1.27", "Žluťoučký kůň", "🐎 at the end 🐎", "\"quoted\" \\ and\nbroken", "\u2028", "0", "null");

    private final Random random;
    private final int percentLeftOut;

    RandomModel(Random random) {
        this.random = random;
        // From nearly empty to nearly full.
        percentLeftOut = 20 + random.nextInt(70);
    }

    <T> T of(Class<T> type) throws ReflectiveOperationException {
        return type.cast(object(type, 0));
    }

    private Object object(Class<?> type, int depth) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object made = constructor.newInstance();
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                boolean isLeftOut = depth > 0 && !field.getType().isPrimitive() && random.nextInt(100) < percentLeftOut;
                if (!Modifier.isStatic(field.getModifiers()) && !isLeftOut) {
                    field.setAccessible(true);
                    set(field, made, depth);
                }
            }
        }
        return made;
    }

    private void set(Field field, Object made, int depth) throws ReflectiveOperationException {
        if (field.getName().equals("additionalProperties")) {
            // What nobody declared, in models that keep it.
            field.set(made, Map.of("x-" + random.nextInt(9), any(0)));
        } else if (depth < DEEPEST || field.getType().isPrimitive()) {
            field.set(made, value(field.getGenericType(), depth + 1));
        }
    }

    private Object value(Type type, int depth) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), depth);
        }
        Class<?> raw = (Class<?>) (type instanceof GenericArrayType array ? array.getGenericComponentType() : type);
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        return switch (raw.getName()) {
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "int", "java.lang.Integer" -> random.nextInt();
            case "long", "java.lang.Long" -> random.nextLong() >> 11;
            case "float", "java.lang.Float" -> random.nextFloat();
            case "double", "java.lang.Double" -> random.nextGaussian();
            case "java.lang.String" -> text();
            case "java.lang.Object" -> any(0);
            case "java.util.Date" -> new Date(random.nextInt(100_000) * 86_400_000L);
            case "org.gitlab4j.api.models.Duration" -> new Duration(3600 * (1 + random.nextInt(7)));
            case "io.fabric8.kubernetes.api.model.Quantity" -> new Quantity(random.nextInt(1000) + "Mi");
            case "io.fabric8.kubernetes.api.model.IntOrString" -> random.nextBoolean()
                    ? new IntOrString(random.nextInt(65536))
                    : new IntOrString(text());
            default -> object(raw, depth);
        };
    }

    private Object container(Class<?> raw, Type[] arguments, int depth) throws ReflectiveOperationException {
        int size = random.nextInt(3);
        if (raw == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(text() + i, value(arguments[1], depth));
            }
            return map;
        }
        if (raw != List.class) {
            throw new IllegalArgumentException("no random " + raw);
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(arguments[0], depth));
        }
        return list;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Any JSON whose numbers every language writes alike. */
    private Object any(int depth) {
        return switch (random.nextInt(depth < 3 ? 5 : 3)) {
            case 0 -> text();
            case 1 -> random.nextInt();
            case 2 -> random.nextBoolean();
            case 3 -> List.of(any(depth + 1));
            default -> Map.of(text(), any(depth + 1));
        };
    }
}
