package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.ConnectionContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a handler method takes and gives.
 *
 * @param invoker {@code (Object context, Object params) -> Object}
 * @param params the Java type of the params; empty for a method without
 * @param result the Java type of the result, taken out of a stage; {@code void} for none
 */
record HandlerSignature(HandlerCandidate candidate, MethodHandle invoker, Optional<Type> params, Type result) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]*(\\.[a-z][A-Za-z0-9_]*)*");
    private static final int MOST_NAME_CHARACTERS = 128;
    private static final int GREATEST_TIMEOUT_S = 300;
    private static final MethodType CALL = MethodType.methodType(Object.class, Object.class, Object.class);

    /** Reads a candidate; empty where it cannot be called, with the reason among the problems. */
    static Optional<HandlerSignature> read(HandlerCandidate candidate, Consumer<Problem> problems) {
        requireName(candidate, problems);
        requireTimeout(candidate, problems);
        var method = candidate.method();
        if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            problems.accept(new Problem(
                    "CRPC-505",
                    candidate + " has @WebsocketRpc and is "
                            + (Modifier.isStatic(method.getModifiers()) ? "static." : "not public."),
                    "make it a public method of the handler's instances."));
            return Optional.empty();
        }
        var types = method.getParameterTypes();
        boolean hasContext = types.length > 0 && types[0] == ConnectionContext.class;
        int paramsAt = hasContext ? 1 : 0;
        if (types.length > paramsAt + 1 || Arrays.asList(types).lastIndexOf(ConnectionContext.class) > 0) {
            problems.accept(new Problem(
                    "CRPC-511",
                    candidate + " takes "
                            + Arrays.stream(types).map(Class::getSimpleName).toList()
                            + ", and a handler method takes a ConnectionContext, its params, or both in this order.",
                    "gather the arguments in one record."));
            return Optional.empty();
        }
        boolean hasParams = types.length > paramsAt;
        var params = hasParams ? Optional.of(method.getGenericParameterTypes()[paramsAt]) : Optional.<Type>empty();
        return invoker(candidate, hasContext, hasParams, problems)
                .map(invoker -> new HandlerSignature(candidate, invoker, params, result(method)));
    }

    private static void requireName(HandlerCandidate candidate, Consumer<Problem> problems) {
        var name = candidate.name();
        if (!NAME.matcher(name).matches() || name.length() > MOST_NAME_CHARACTERS) {
            problems.accept(new Problem(
                    "CRPC-512",
                    candidate + " is called '" + name + "', which is not a method name: words of letters, digits and"
                            + " underscores that start with a small letter, parted by dots, at most "
                            + MOST_NAME_CHARACTERS + " characters.",
                    "write it like @WebsocketRpc(\"tasks.get_stats\")."));
        } else if (name.startsWith("system.")) {
            problems.accept(new Problem(
                    "CRPC-513",
                    candidate + " is called '" + name + "', and names that start with 'system.' are reserved.",
                    "choose another first word."));
        }
    }

    private static void requireTimeout(HandlerCandidate candidate, Consumer<Problem> problems) {
        int timeout = candidate.annotation().timeout();
        if (timeout < 0 || timeout > GREATEST_TIMEOUT_S) {
            problems.accept(new Problem(
                    "CRPC-514",
                    candidate + " has timeout = " + timeout + ", which is not within 1 to " + GREATEST_TIMEOUT_S
                            + " seconds.",
                    "choose a time limit within, or start a job and let clients ask for its state."));
        }
    }

    private static Optional<MethodHandle> invoker(
            HandlerCandidate candidate, boolean hasContext, boolean hasParams, Consumer<Problem> problems) {
        try {
            var method = candidate.method();
            // A public method of a class that is not public itself is still meant to be called.
            method.setAccessible(true);
            var handle = MethodHandles.lookup().unreflect(method).bindTo(candidate.handler());
            if (!hasContext) {
                handle = MethodHandles.dropArguments(handle, 0, Object.class);
            }
            if (!hasParams) {
                handle = MethodHandles.dropArguments(handle, 1, Object.class);
            }
            return Optional.of(handle.asType(CALL));
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            problems.accept(new Problem(
                    "CRPC-505",
                    candidate + " cannot be called from here: " + e.getMessage(),
                    "open its package to io.github.centrifugorpc.server in the module's module-info.java."));
            return Optional.empty();
        }
    }

    private static Type result(Method method) {
        if (!CompletionStage.class.isAssignableFrom(method.getReturnType())) {
            return method.getGenericReturnType();
        }
        return method.getGenericReturnType() instanceof ParameterizedType stage
                ? stage.getActualTypeArguments()[0]
                : Object.class;
    }
}
