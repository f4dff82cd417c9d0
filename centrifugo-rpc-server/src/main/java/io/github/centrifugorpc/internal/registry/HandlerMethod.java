package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.internal.check.ParamsChecker;
import io.github.centrifugorpc.internal.json.ResultWriter;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One method, ready to be called: everything that can be decided before a call has been decided. */
public final class HandlerMethod {

    private final String name;
    private final String javaName;
    private final WebsocketRpc options;
    private final Duration timeLimit;
    private final MethodHandle invoker;
    private final ParamsChecker checker;
    private final @Nullable ObjectReader binder;
    private final ResultWriter resultWriter;

    /**
     * A method.
     *
     * @param javaName class and method, for logs and lists
     * @param invoker takes a context and params, whether the Java method does or not
     * @param binder null where the Java method takes no params
     */
    HandlerMethod(
            String javaName,
            WebsocketRpc options,
            Duration timeLimit,
            MethodHandle invoker,
            ParamsChecker checker,
            @Nullable ObjectReader binder,
            ResultWriter resultWriter) {
        this.name = options.value();
        this.javaName = javaName;
        this.options = options;
        this.timeLimit = timeLimit;
        this.invoker = invoker;
        this.checker = checker;
        this.binder = binder;
        this.resultWriter = resultWriter;
    }

    /** The wire name. */
    public String name() {
        return name;
    }

    /** Class and method. */
    public String javaName() {
        return javaName;
    }

    /** What the annotation says. */
    public WebsocketRpc options() {
        return options;
    }

    /** The longest that a call may take, its own limit or the server's. */
    public Duration timeLimit() {
        return timeLimit;
    }

    /** Checks params. */
    public ParamsChecker checker() {
        return checker;
    }

    /** Makes the Java params from checked ones. */
    public @Nullable Object bind(TokenBuffer checked) throws IOException {
        if (binder == null) {
            return null;
        }
        try (var in = checked.asParser()) {
            return binder.readValue(in);
        }
    }

    /** Runs the handler on this thread. */
    public @Nullable Object invoke(ConnectionContext context, @Nullable Object params) throws Throwable {
        return (Object) invoker.invokeExact((Object) context, params);
    }

    /** Writes a result, the completed one where the handler returned a stage. */
    public void writeResult(@Nullable Object result, JsonGenerator out) throws IOException {
        resultWriter.write(result, out);
    }
}
