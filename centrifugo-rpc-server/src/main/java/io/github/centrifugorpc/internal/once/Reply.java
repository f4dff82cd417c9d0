package io.github.centrifugorpc.internal.once;

/** What a call ended in, written once for everyone who waits and for those who ask again. */
public sealed interface Reply {

    /** Its JSON in UTF-8: a result, or an error object of wire W4. Not to be changed. */
    byte[] json();

    /** Whether an attempt some moments later may end in another way, so that the reply is not worth keeping. */
    boolean isTemporary();

    /** A result. */
    final class Result implements Reply {

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
    }

    /** An error; where there is no room for details, its code and message travel alone. */
    final class Failure implements Reply {

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
    }
}
