package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.internal.check.ParamsChecker;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
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
    private final @Nullable ParamsBinder binder;
    private final ResultWriter resultWriter;
    private final MethodErrors errors;

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
            @Nullable ParamsBinder binder,
            ResultWriter resultWriter,
            MethodErrors errors) {
        this.name = options.value();
        this.javaName = javaName;
        this.options = options;
        this.timeLimit = timeLimit;
        this.invoker = invoker;
        this.checker = checker;
        this.binder = binder;
        this.resultWriter = resultWriter;
        this.errors = errors;
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

    /** Whether binding asks constraints, which may take their time. */
    public boolean isConstrained() {
        return binder != null && binder.isConstrained();
    }

    /**
     * Makes the Java params from checked ones.
     *
     * @throws RefusedByModelException if a class of theirs refuses them
     * @throws RuntimeException if a constraint fails to say whether it is satisfied
     */
    public BoundParams bind(CheckedParams checked) throws RefusedByModelException {
        return binder == null ? new BoundParams(null, checked.violations()) : binder.bind(checked);
    }

    /** What its exceptions are to callers. */
    public MethodErrors errors() {
        return errors;
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
