package io.github.centrifugorpc.internal.once;

/**
 * By what a call is known again.
 *
 * @param account whose call it is: a user's, or where there is none a connection's
 */
public record CallKey(String account, String correlationId) {}
