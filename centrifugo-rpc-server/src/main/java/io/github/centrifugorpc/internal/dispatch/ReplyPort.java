package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.wire.WireError;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the reply of one call goes. */
public interface ReplyPort {

    /**
     * Sends a result.
     *
     * @throws IOException if it cannot be written; nothing was sent then, and an error may be sent instead
     */
    void result(HandlerMethod method, @Nullable Object result) throws IOException;

    /**
     * Sends an error.
     *
     * @throws IOException if its details cannot be written; nothing was sent then
     */
    void error(WireError error) throws IOException;

    /** For calls that nobody waits for. */
    ReplyPort NOBODY = new ReplyPort() {
        @Override
        public void result(HandlerMethod method, @Nullable Object result) {
            // Nobody waits.
        }

        @Override
        public void error(WireError error) {
            // Nobody waits.
        }
    };
}
