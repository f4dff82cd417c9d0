package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.RpcError;
import io.github.centrifugorpc.RpcException;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class of exceptions that callers are meant to see.
 *
 * @param type the class that has the annotation; what is thrown may be of one below it
 * @param accessor gives the details; empty for an error without
 */
record ErrorClass(Class<?> type, RpcError annotation, Optional<Method> accessor) {

    /** The error that a class of exceptions is; empty where neither it nor one above it has the annotation. */
    static Optional<ErrorClass> of(Class<?> thrown) {
        for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
            var annotation = type.getDeclaredAnnotation(RpcError.class);
            if (annotation != null) {
                return Optional.of(new ErrorClass(type, annotation, accessor(type)));
            }
        }
        return Optional.empty();
    }

    int code() {
        return annotation.code();
    }

    String name() {
        return annotation.name();
    }

    /** What a thrown one tells beside its message. */
    @Nullable
    Object details(Throwable thrown) throws ReflectiveOperationException {
        return accessor.isPresent() ? accessor.get().invoke(thrown) : null;
    }

    @Override
    public String toString() {
        return type.getName();
    }

    /** The same choice as the plugin's: {@code details()}, else {@code getDetails()}. */
    private static Optional<Method> accessor(Class<?> type) {
        return Stream.of("details", "getDetails")
                .flatMap(name -> publicMethod(type, name).stream())
                .filter(method -> method.getReturnType() != void.class
                        && !Modifier.isStatic(method.getModifiers())
                        // That one gives whatever the exception was made with.
                        && method.getDeclaringClass() != RpcException.class)
                .findFirst();
    }

    private static Optional<Method> publicMethod(Class<?> type, String name) {
        try {
            var method = type.getMethod(name);
            // A public method of a class that is not public itself is still meant to be called.
            method.setAccessible(true);
            return Optional.of(method);
        } catch (NoSuchMethodException | InaccessibleObjectException e) {
            return Optional.empty();
        }
    }
}
