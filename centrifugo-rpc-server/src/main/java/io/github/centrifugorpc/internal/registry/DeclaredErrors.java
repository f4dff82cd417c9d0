package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.contract.ProtocolErrors;
import io.github.centrifugorpc.internal.json.ResultWriter;
import io.github.centrifugorpc.internal.wire.WireError;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the exceptions of handlers are to callers: those with {@code @RpcError}, and plain {@link RpcException}s. */
final class DeclaredErrors {

    private static final ClassValue<Optional<ErrorClass>> CLASSES = new ClassValue<>() {
        @Override
        protected Optional<ErrorClass> computeValue(Class<?> thrown) {
            return ErrorClass.of(thrown);
        }
    };

    private final Map<Class<?>, ResultWriter> writers;

    /**
     * The errors of one server.
     *
     * @param writers of the errors with details that the contract knows, by the class with the annotation
     */
    DeclaredErrors(Map<Class<?>, ResultWriter> writers) {
        this.writers = Map.copyOf(writers);
    }

    /** The error of a class of exceptions, declared by the method that throws it or not. */
    static Optional<ErrorClass> classOf(Throwable thrown) {
        return CLASSES.get(thrown.getClass());
    }

    static boolean isForCallers(Throwable thrown) {
        return thrown instanceof RpcException || classOf(thrown).isPresent();
    }

    /**
     * What the caller gets; empty where that is no business of the caller.
     *
     * @throws UnusableErrorException if the exception says that it is, and fails to say what
     */
    Optional<WireError> of(Throwable thrown) throws UnusableErrorException {
        var error = classOf(thrown);
        if (error.isPresent()) {
            return Optional.of(declared(error.get(), thrown));
        }
        return thrown instanceof RpcException plain
                ? Optional.of(new WireError(plain.code(), plain.name(), message(plain, plain.name()), plain.details()))
                : Optional.empty();
    }

    private WireError declared(ErrorClass error, Throwable thrown) throws UnusableErrorException {
        var refusal = ProtocolErrors.refusalOf(error.code())
                .map(reason -> "the code " + error.code() + ", which is " + reason)
                .or(() -> ProtocolErrors.refusalOf(error.name())
                        .map(reason -> "the name '" + error.name() + "', which is " + reason));
        if (refusal.isPresent()) {
            throw new UnusableErrorException("@RpcError of " + error + " has " + refusal.get() + ".", null);
        }
        if (thrown instanceof RpcException plain
                && (plain.code() != error.code() || !plain.name().equals(error.name()))) {
            throw new UnusableErrorException(
                    "@RpcError of " + error + " says " + error.code() + " '" + error.name() + "', and the exception was"
                            + " made with " + plain.code() + " '" + plain.name()
                            + "'. Fix: hand the annotation's own to"
                            + " the constructor of RpcException.",
                    null);
        }
        return new WireError(error.code(), error.name(), message(thrown, error.name()), details(error, thrown));
    }

    private static String message(Throwable thrown, String name) throws UnusableErrorException {
        try {
            var message = thrown.getMessage();
            return message == null ? name : message;
        } catch (RuntimeException | Error e) {
            throw new UnusableErrorException(
                    "getMessage() of " + thrown.getClass().getName() + " failed.", e);
        }
    }

    private @Nullable Object details(ErrorClass error, Throwable thrown) throws UnusableErrorException {
        if (error.accessor().isEmpty()) {
            return thrown instanceof RpcException plain ? plain.details() : null;
        }
        var details = asked(error, thrown);
        var writer = writers.get(error.type());
        if (writer == null) {
            return details;
        }
        if (details == null) {
            throw new UnusableErrorException(
                    told(error) + " of " + thrown.getClass().getName()
                            + " returned null, and the contract says that the"
                            + " error always has details. Fix: return an object.",
                    null);
        }
        return new TypedDetails(details, writer);
    }

    private static @Nullable Object asked(ErrorClass error, Throwable thrown) throws UnusableErrorException {
        try {
            return error.details(thrown);
        } catch (InvocationTargetException e) {
            throw new UnusableErrorException(
                    told(error) + " of " + thrown.getClass().getName() + " failed.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new UnusableErrorException(
                    told(error) + " of " + thrown.getClass().getName() + " cannot be called.", e);
        }
    }

    private static String told(ErrorClass error) {
        return error.accessor().orElseThrow().getName() + "()";
    }
}
