package io.github.centrifugorpc.internal.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundInvoker;

/**
 * Writing and closing where nobody needs the future: a connection that cannot be written to is closed by Netty, and its
 * handler learns of that by {@code channelInactive}.
 */
final class Ending {

    private Ending() {}

    static void close(ChannelOutboundInvoker channel) {
        var unused = channel.close();
    }

    static void send(ChannelOutboundInvoker channel, Object message) {
        var unused = channel.writeAndFlush(message, channel.voidPromise());
    }

    static void sendAndClose(ChannelOutboundInvoker channel, Object message) {
        var unused = channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
    }
}
