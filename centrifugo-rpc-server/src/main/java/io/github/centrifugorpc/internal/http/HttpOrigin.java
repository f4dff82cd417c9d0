package io.github.centrifugorpc.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Another server. It opens a connection for each request in flight and keeps it, so callers bound their number. */
public interface HttpOrigin {

    /**
     * Sends a JSON body.
     *
     * @param timeout for all of it, connecting included
     * @return completed on an event loop; with an {@link java.io.IOException} where no answer came
     */
    CompletionStage<Reply> post(String path, Map<String, String> headers, HttpAnswer.Body body, Duration timeout);

    /** What came back, whatever its status. */
    final class Reply {

        private final int status;
        private final byte[] body;

        Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public byte[] body() {
            return body;
        }
    }
}
