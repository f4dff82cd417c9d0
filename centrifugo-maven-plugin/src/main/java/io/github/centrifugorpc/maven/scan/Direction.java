package io.github.centrifugorpc.maven.scan;

/** Which way a type travels; names and shapes may differ between the two. */
enum Direction {
    /** From a client to the server: Jackson reads it. */
    PARAMS,
    /** From the server to a client: Jackson writes it. */
    RESULT
}
