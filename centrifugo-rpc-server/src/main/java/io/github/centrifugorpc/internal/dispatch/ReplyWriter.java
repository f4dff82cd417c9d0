package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.wire.WireError;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes what a call ended in. */
public interface ReplyWriter {

    /**
     * A result.
     *
     * @throws IOException if it cannot be written, or only as something too long
     */
    Reply result(HandlerMethod method, @Nullable Object result) throws IOException;

    /**
     * An error.
     *
     * @throws IOException if its details cannot be written, or only as something too long
     */
    Reply error(WireError error) throws IOException;
}
