package io.github.centrifugorpc.internal.once;

/**
 * What a call asks for, in short: the same id with another print is another call.
 *
 * @param params a fingerprint of the params as they came, byte for byte
 */
public record CallPrint(String method, long params) {}
