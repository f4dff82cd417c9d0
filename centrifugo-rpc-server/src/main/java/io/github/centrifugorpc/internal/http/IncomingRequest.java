package io.github.centrifugorpc.internal.http;

import io.github.centrifugorpc.internal.http.HttpExchange.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A request on its way in. Its memory follows what has really arrived, not what was announced. */
final class IncomingRequest {

    private static final int FIRST_BYTES = 2048;

    /** An answer sent while the peer still writes may be lost to it, so moderately too much is read to the end. */
    private static final int MOST_DISCARDED_BYTES = 32 << 20;

    private static final byte[] NOTHING = {};

    private final HttpRequest head;
    private final int mostBodyBytes;

    private byte[] body = NOTHING;
    private int length;
    private int discarded;
    private @Nullable Fault fault;

    IncomingRequest(HttpRequest head, int mostBodyBytes) {
        this.head = head;
        this.mostBodyBytes = mostBodyBytes;
        if (HttpUtil.getContentLength(head, 0L) > mostBodyBytes) {
            fault = Fault.TOO_LARGE;
        }
    }

    void append(ByteBuf part) {
        int more = part.readableBytes();
        if (fault == null && length + more > mostBodyBytes) {
            fail(Fault.TOO_LARGE);
        }
        if (fault != null) {
            discarded += more;
            return;
        }
        if (length + more > body.length) {
            body = Arrays.copyOf(body, Math.min(mostBodyBytes, Math.max(length + more, roomFor(length + more))));
        }
        part.readBytes(body, length, more);
        length += more;
    }

    void fail(Fault reason) {
        fault = reason;
        body = NOTHING;
        length = 0;
    }

    HttpRequest head() {
        return head;
    }

    /** Whether the connection can carry another request; an unread body would be taken for one. */
    boolean isKeepAlive() {
        return HttpUtil.isKeepAlive(head);
    }

    boolean isBeyondDiscarding() {
        // A peer that asked first has not sent its body and will not, once it sees our refusal.
        return discarded > MOST_DISCARDED_BYTES || (fault == Fault.TOO_LARGE && HttpUtil.is100ContinueExpected(head));
    }

    byte[] body() {
        return body.length == length ? body : Arrays.copyOf(body, length);
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    private int roomFor(int needed) {
        long announced = HttpUtil.getContentLength(head, -1L);
        if (announced >= needed && announced <= FIRST_BYTES) {
            return (int) announced;
        }
        return announced >= needed ? (int) Math.min(announced, Math.max(FIRST_BYTES, needed * 2L)) : needed * 2;
    }
}
