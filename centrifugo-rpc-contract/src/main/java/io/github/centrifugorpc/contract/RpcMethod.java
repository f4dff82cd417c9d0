package io.github.centrifugorpc.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One method that clients may call.
 *
 * @param name the wire name, for example {@code tasks.get_stats}
 * @param handler the binary name of the class that answers
 * @param javaMethod the name of the Java method in it
 * @param params the {@link ObjectType} or {@link UnionType} that the caller passes; empty for a method without params
 * @param result what the caller gets; empty for {@code void}
 * @param errors wire names of the {@link ErrorType}s that its callers may expect, sorted
 * @param deprecated what to use instead, where the method is deprecated; may be empty text
 */
public record RpcMethod(
        String name,
        String handler,
        String javaMethod,
        Optional<TypeRef.Named> params,
        Optional<TypeRef> result,
        List<String> errors,
        Docs docs,
        Optional<String> deprecated,
        MethodOptions options,
        Place place) {

    public RpcMethod {
        errors = errors.stream().sorted().toList();
    }

    /** A method that declares no errors. */
    public RpcMethod(
            String name,
            String handler,
            String javaMethod,
            Optional<TypeRef.Named> params,
            Optional<TypeRef> result,
            Docs docs,
            Optional<String> deprecated,
            MethodOptions options,
            Place place) {
        this(name, handler, javaMethod, params, result, List.of(), docs, deprecated, options, place);
    }

    /**
     * What the annotation says of the method beside its name.
     *
     * @param timeout its own time limit; empty for the server's default
     * @param nonBlocking it may run on the event loop
     * @param idempotent running it twice does no harm
     * @param noReply callers do not wait for an answer
     * @param anonymous callers without a user may use it
     */
    public record MethodOptions(
            Optional<Duration> timeout, boolean nonBlocking, boolean idempotent, boolean noReply, boolean anonymous) {

        /** Nothing said. */
        public static final MethodOptions DEFAULTS = new MethodOptions(Optional.empty(), false, false, false, false);
    }
}
