package io.github.centrifugorpc.internal.once;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a call ended in, written once for everyone who waits and for those who ask again. */
public sealed interface Reply {

    /** Its JSON in UTF-8: a result, or an error object of wire W4. Not to be changed. */
    byte[] json();

    /** Whether an attempt some moments later may end in another way, so that the reply is not worth keeping. */
    boolean isTemporary();

    /** The reply as a store keeps it. */
    byte[] bytes();

    /** The reply that was kept so. */
    static Reply of(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return switch (in.get()) {
            case Result.MARK -> new Result(Arrays.copyOfRange(bytes, 1, bytes.length));
            case Failure.MARK -> {
                int code = in.getInt();
                var message = new byte[in.getInt()];
                in.get(message);
                yield new Failure(
                        code,
                        new String(message, StandardCharsets.UTF_8),
                        false,
                        Arrays.copyOfRange(bytes, in.position(), bytes.length));
            }
            default -> throw new IllegalArgumentException("These bytes are no reply of this version.");
        };
    }

    /** A result. */
    final class Result implements Reply {

        private static final byte MARK = 'r';

        private final byte[] json;

        public Result(byte[] json) {
            this.json = json;
        }

        @Override
        public byte[] json() {
            return json;
        }

        @Override
        public boolean isTemporary() {
            return false;
        }

        @Override
        public byte[] bytes() {
            return ByteBuffer.allocate(1 + json.length).put(MARK).put(json).array();
        }
    }

    /** An error; where there is no room for details, its code and message travel alone. */
    final class Failure implements Reply {

        private static final byte MARK = 'f';

        private final int code;
        private final String message;
        private final boolean isTemporary;
        private final byte[] json;

        public Failure(int code, String message, boolean isTemporary, byte[] json) {
            this.code = code;
            this.message = message;
            this.isTemporary = isTemporary;
            this.json = json;
        }

        public int code() {
            return code;
        }

        public String message() {
            return message;
        }

        @Override
        public boolean isTemporary() {
            return isTemporary;
        }

        @Override
        public byte[] json() {
            return json;
        }

        @Override
        public byte[] bytes() {
            var text = message.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(1 + 2 * Integer.BYTES + text.length + json.length)
                    .put(MARK)
                    .putInt(code)
                    .putInt(text.length)
                    .put(text)
                    .put(json)
                    .array();
        }
    }
}
