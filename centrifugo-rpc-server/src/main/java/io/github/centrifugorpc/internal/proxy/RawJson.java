package io.github.centrifugorpc.internal.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.zip.CRC32C;

/** A value inside a request as it came, to be read a second time or compared. */
public final class RawJson {

    private final byte[] body;
    private final int start;
    private final int length;

    private RawJson(byte[] body, int start, int length) {
        this.body = body;
        this.start = start;
        this.length = length;
    }

    static RawJson of(byte[] body) {
        return new RawJson(body, 0, body.length);
    }

    /** A parser that stands before the first token. */
    public JsonParser parser(JsonFactory json) throws IOException {
        return json.createParser(body, start, length);
    }

    /**
     * Where the current token of a parser of this value starts.
     *
     * @throws NotUtf8Exception if that cannot be told because the text is in another encoding
     */
    int startOfToken(JsonParser in) throws NotUtf8Exception {
        return place(in.currentTokenLocation().getByteOffset());
    }

    /** Reads the current value to its end and cuts it out. */
    RawJson skip(JsonParser in) throws IOException {
        int from = startOfToken(in);
        in.skipChildren();
        return upTo(in, from);
    }

    /** Cuts out what a parser of this value has read since the given place. */
    RawJson upTo(JsonParser in, int from) throws IOException {
        in.finishToken();
        return new RawJson(body, start + from, place(in.currentLocation().getByteOffset()) - from);
    }

    /** Equal for equal bytes, and for others only by an accident of one in billions: length and checksum. */
    public long fingerprint() {
        var checksum = new CRC32C();
        checksum.update(body, start, length);
        return (long) length << 32 | checksum.getValue();
    }

    private static int place(long offset) throws NotUtf8Exception {
        if (offset < 0) {
            throw new NotUtf8Exception();
        }
        return (int) offset;
    }

    /** JSON in another encoding, which no network peer may use (RFC 8259). */
    static final class NotUtf8Exception extends IOException {

        private static final long serialVersionUID = 1L;

        NotUtf8Exception() {
            super("the body is not UTF-8");
        }
    }
}
