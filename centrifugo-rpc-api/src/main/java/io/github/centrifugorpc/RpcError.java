package io.github.centrifugorpc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an exception that callers are meant to see. Where a handler's method lists it in its {@code throws} clause, it
 * is a type of its own in every SDK. Classes below it are the same error, unless they have the annotation themselves.
 *
 * <p>Callers get the code, the name, {@link Throwable#getMessage() the message} (the name where there is none), and what
 * a public method {@code details()} or {@code getDetails()} returns: one record, bean or union that is never null. A
 * class without such a method is an error without details.
 *
 * <pre>{@code
 * @RpcError(code = 1404, name = "task_not_found")
 * public final class TaskNotFound extends RuntimeException {
 *     private final transient TaskNotFoundDetails details;
 *     …
 *     public TaskNotFoundDetails details() { … }
 * }
 *
 * @WebsocketRpc("tasks.get")
 * public Task get(TaskParams params) throws TaskNotFound { … }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RpcError {

    /**
     * The code: 400 to 1999, but none of the protocol's own, such as 404 or 422; 1000 and above are free for
     * applications. No two errors of a contract share theirs.
     */
    int code();

    /**
     * What programs compare, in the style of {@code task_not_found}: small letters, digits and underscores, a letter
     * first, at most 128. No two errors of a contract share theirs, and none has one of the protocol's own.
     */
    String name();
}
