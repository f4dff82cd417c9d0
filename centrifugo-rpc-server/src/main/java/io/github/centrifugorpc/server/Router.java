package io.github.centrifugorpc.server;

import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The methods that a server answers. It never changes once the server is built. */
public final class Router {

    private final MethodTable table;

    Router(MethodTable table) {
        this.table = table;
    }

    /** All methods, sorted by wire name. */
    public List<Method> methods() {
        return table.all().stream().map(Router::method).toList();
    }

    /** The method with the given wire name. */
    public Optional<Method> method(String name) {
        return Optional.ofNullable(table.find(name)).map(Router::method);
    }

    private static Method method(HandlerMethod method) {
        var options = method.options();
        return new Method(
                method.name(),
                method.javaName(),
                method.timeLimit(),
                options.nonBlocking(),
                options.idempotent(),
                options.noReply(),
                options.anonymous());
    }

    /**
     * One method.
     *
     * @param name the wire name
     * @param handler class and Java method, for example {@code com.acme.TaskHandlers.getStats}
     * @param timeLimit the longest that a call may take
     */
    public record Method(
            String name,
            String handler,
            Duration timeLimit,
            boolean nonBlocking,
            boolean idempotent,
            boolean noReply,
            boolean anonymous) {}
}
