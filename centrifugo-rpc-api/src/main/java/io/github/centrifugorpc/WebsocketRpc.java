package io.github.centrifugorpc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public method that clients may call.
 *
 * <p>The method takes a {@link ConnectionContext}, its params, both in this order, or nothing. It returns its result,
 * a {@link java.util.concurrent.CompletionStage} of it, or {@code void}.
 *
 * <pre>{@code
 * @WebsocketRpc("tasks.get_stats")
 * public TaskStatsResult getStats(ConnectionContext conn, TaskStatsParams params) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WebsocketRpc {

    /**
     * The name that clients call, for example {@code tasks.get_stats}: words of letters, digits and underscores that
     * start with a small letter, parted by dots, at most 128 characters. Names that start with {@code system.} are
     * reserved.
     */
    String value();

    /**
     * The longest that a call may take, in seconds, at most 300. A client may ask for less, never for more. 0, the
     * default, stands for the server's {@code ackTimeout}.
     */
    int timeout() default 0;

    /**
     * The method never blocks, so it may run on the event loop and is spared a change of thread. It is never
     * interrupted. A method that blocks although it says so holds up every other call.
     */
    boolean nonBlocking() default false;

    /** Running the method twice for one call does no harm, so it runs again when its call is sent again. */
    boolean idempotent() default false;

    /** Callers do not wait for an answer; what the method returns or throws stays on the server. */
    boolean noReply() default false;

    /**
     * Connections without a user may call the method, by the transport {@link Transport#RPC} only. Its context then has
     * an empty {@link ConnectionContext#userId() user id}.
     */
    boolean anonymous() default false;
}
