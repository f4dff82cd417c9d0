package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.http.HttpExchange;

/** What stands behind one path. */
interface Endpoint {

    /** The HTTP method it answers to. */
    String httpMethod();

    /** Answers now or later, exactly once. */
    void handle(HttpExchange exchange);
}
