package io.github.centrifugorpc.internal.once;

/** What becomes of a request whose id is not at work here. */
public sealed interface Verdict {

    /** It is run, and whoever asked says to the store how it ended. */
    record Run() implements Verdict {}

    /** It was run before, or elsewhere, and ended so. */
    record Repeat(Reply reply) implements Verdict {}

    /** Its id stands for another call. */
    record Conflict() implements Verdict {}

    /** It may have been run before, and nobody remembers. */
    record Unknown() implements Verdict {}

    Verdict RUN = new Run();
    Verdict CONFLICT = new Conflict();
    Verdict UNKNOWN = new Unknown();
}
