package io.github.centrifugorpc.internal.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.centrifugorpc.internal.dispatch.Caller;
import io.github.centrifugorpc.internal.dispatch.Dispatcher;
import io.github.centrifugorpc.internal.dispatch.ReplyTooLargeException;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.proxy.RawJson;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.WireError;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The protocol's own methods (wire W6, W8). They are answered at once, take no place in the queue, and callers without a
 * user have them, too.
 */
public final class SystemMethods {

    static final Reply NOTHING = new Reply.Result("null".getBytes(StandardCharsets.US_ASCII));

    private static final String PING = "system.ping";
    private static final Set<String> NAMES = Set.of(CancelRequest.METHOD, Hello.METHOD, PING);

    private final JsonFactory json;
    private final Dispatcher dispatcher;
    private final Hello hello;
    private final ReplyJson replies;

    public SystemMethods(MethodTable methods, String serverVersion, Dispatcher dispatcher, ReplyJson replies) {
        this.json = methods.json();
        this.dispatcher = dispatcher;
        this.hello = new Hello(methods.fingerprints(), serverVersion);
        this.replies = replies;
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** What such a method answers. */
    Reply answer(String name, Caller caller, @Nullable RawJson params) {
        return switch (name) {
            case CancelRequest.METHOD -> cancel(caller, params);
            case Hello.METHOD -> hello(params);
            default -> NOTHING;
        };
    }

    /** It is the caller's own calls that end. */
    private Reply cancel(Caller caller, @Nullable RawJson params) {
        var cancel = CancelRequest.read(params, json);
        if (!cancel.violations().isEmpty()) {
            return refusal(CancelRequest.METHOD, cancel.violations());
        }
        dispatcher.cancel(caller, cancel.correlationId());
        return NOTHING;
    }

    private Reply hello(@Nullable RawJson params) {
        var request = HelloRequest.read(params, json);
        if (request.violation().isPresent()) {
            return refusal(Hello.METHOD, List.of(request.violation().get()));
        }
        try {
            return replies.result(out -> hello.write(request, out));
        } catch (ReplyTooLargeException e) {
            return replies.ownError(WireError.tooLarge(
                    Hello.METHOD + ": the reply is longer than the server's limit of " + e.mostBytes() + " bytes."));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to.", e);
        }
    }

    private Reply refusal(String method, List<Violation> violations) {
        return replies.ownError(WireError.invalidParams(method, violations));
    }
}
