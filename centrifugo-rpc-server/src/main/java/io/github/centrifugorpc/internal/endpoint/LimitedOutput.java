package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.dispatch.ReplyTooLargeException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stops a reply that grows beyond its limit, before it has cost more than that. */
final class LimitedOutput extends FilterOutputStream {

    private final int mostBytes;
    private int written;

    LimitedOutput(OutputStream out, int mostBytes) {
        super(out);
        this.mostBytes = mostBytes;
    }

    @Override
    public void write(int b) throws IOException {
        count(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    private void count(int more) throws ReplyTooLargeException {
        if (more > mostBytes - written) {
            throw new ReplyTooLargeException(mostBytes);
        }
        written += more;
    }
}
