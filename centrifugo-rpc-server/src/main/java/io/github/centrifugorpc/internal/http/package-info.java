/**
 * The embedded HTTP engine, for what Centrifugo and other services send here and for what we send to Centrifugo. The
 * only room that knows Netty; it knows nothing of RPC.
 */
@NullMarked
package io.github.centrifugorpc.internal.http;

import org.jspecify.annotations.NullMarked;
