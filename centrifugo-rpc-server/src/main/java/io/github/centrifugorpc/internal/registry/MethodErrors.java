package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.internal.wire.WireError;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The errors of one method, and those that it throws without having declared them. */
public final class MethodErrors {

    private final boolean isHeard;
    private final Set<String> declared;
    private final DeclaredErrors errors;
    private final Set<Class<?>> surprises = ConcurrentHashMap.newKeySet();

    MethodErrors(RpcMethod method, DeclaredErrors errors) {
        this.isHeard = !method.options().noReply();
        this.declared = Set.copyOf(method.errors());
        this.errors = errors;
    }

    /** Whether an exception says of itself what callers get for it. */
    public static boolean isForCallers(Throwable thrown) {
        return DeclaredErrors.isForCallers(thrown);
    }

    /**
     * What the caller gets for an exception; empty where that is no business of the caller.
     *
     * @throws UnusableErrorException if the exception says that it is, and fails to say what
     */
    public Optional<WireError> of(Throwable thrown) throws UnusableErrorException {
        return errors.of(thrown);
    }

    /** Whether this is the first of its class that has {@code @RpcError} and that the method does not declare. */
    public boolean isNewSurprise(Throwable thrown) {
        return isHeard
                && DeclaredErrors.classOf(thrown)
                        .filter(error -> !declared.contains(error.name()))
                        .filter(error -> surprises.add(error.type()))
                        .isPresent();
    }
}
