package io.github.centrifugorpc.internal.proxy;

import java.util.Map;

/**
 * What Centrifugo asserts, and the client's data.
 *
 * @param user empty for a connection without a user
 * @param target the channel of a publication, the method of an rpc
 */
public record ProxyRequest(String user, String client, String target, Map<String, Object> meta, Envelope envelope) {}
