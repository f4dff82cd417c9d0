package io.github.centrifugorpc.server.spi;

/** What becomes of a request whose call is not at work on the server that asks. */
public sealed interface Verdict {

    /** It is run, and the claim is told how it ended. */
    record Run(Claim claim) implements Verdict {}

    /** It was run before, or elsewhere, and ended so. */
    final class Repeat implements Verdict {

        private final byte[] reply;

        /**
         * A repetition.
         *
         * @param reply as it was given to {@link Claim#keep}
         */
        public Repeat(byte[] reply) {
            this.reply = reply;
        }

        /** As it was given to {@link Claim#keep}; not to be changed. */
        public byte[] reply() {
            return reply;
        }
    }

    /** Its id stands for another call. */
    record Conflict() implements Verdict {}

    /** It may have been run before, and nobody knows. */
    record Unknown() implements Verdict {}

    /** The store cannot tell at the moment, so the call is not run; a later attempt may find it well. */
    record Unavailable() implements Verdict {}
}
