package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.wire.WireError;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Ends written as replies; one that cannot be written becomes an error that can. */
final class Replies {

    private final ReplyWriter writer;

    Replies(ReplyWriter writer) {
        this.writer = writer;
    }

    /** A reply, and the error in it if it is one. */
    record Written(Reply reply, @Nullable WireError error) {}

    Written of(Call call, @Nullable Object result, @Nullable WireError error) {
        try {
            var reply = error == null ? writer.result(call.request().method(), result) : writer.error(error);
            return new Written(reply, error);
        } catch (IOException | RuntimeException | Error e) {
            // Errors included: a result may be nested without end, and its caller waits all the same.
            var instead = Failures.ofReply(call, error != null, e);
            return new Written(of(instead), instead);
        }
    }

    /** One of our own errors, whose details can always be written. */
    Reply of(WireError error) {
        try {
            return writer.error(error);
        } catch (IOException e) {
            throw new IllegalStateException("An error of the protocol cannot be written.", e);
        }
    }
}
