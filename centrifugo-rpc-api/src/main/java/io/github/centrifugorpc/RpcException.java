package io.github.centrifugorpc;

import org.jspecify.annotations.Nullable;

/**
 * An error that the caller is meant to see, thrown by a handler. Any other exception reaches the caller as
 * {@code 500 internal} with nothing but an id that stands in the server's log as well.
 */
public class RpcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String name;
    private final transient @Nullable Object details;

    /** An error without details. */
    public RpcException(int code, String name, String message) {
        this(code, name, message, null);
    }

    /**
     * An error.
     *
     * @param code 400 to 1999; 1000 and above are free for applications
     * @param name what programs compare, in the style of {@code task_not_found}
     * @param message what people read
     * @param details a value that travels as JSON by the rules of results, or null
     * @throws IllegalArgumentException if the code or the name is outside its range
     */
    public RpcException(int code, String name, String message, @Nullable Object details) {
        super(message);
        if (code < 400 || code > 1999) {
            throw new IllegalArgumentException("an RPC error code must be from 400 to 1999, and " + code + " is not");
        }
        if (!name.matches("[A-Za-z][A-Za-z0-9_.-]{0,127}")) {
            throw new IllegalArgumentException(
                    "an RPC error name must match [A-Za-z][A-Za-z0-9_.-]{0,127}, and \"" + name + "\" does not");
        }
        this.code = code;
        this.name = name;
        this.details = details;
    }

    /** The code, 400 to 1999. */
    public int code() {
        return code;
    }

    /** The name that programs compare. */
    public String name() {
        return name;
    }

    /** The details, or null. They do not survive Java serialization. */
    public @Nullable Object details() {
        return details;
    }
}
