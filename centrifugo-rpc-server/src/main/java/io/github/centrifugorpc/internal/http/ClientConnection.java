package io.github.centrifugorpc.internal.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection to another server, with at most one request in flight. State belongs to its event loop. */
final class ClientConnection extends SimpleChannelInboundHandler<FullHttpResponse> {

    private final Consumer<Channel> keep;
    private @Nullable CompletableFuture<HttpOrigin.Reply> expected;

    ClientConnection(Consumer<Channel> keep) {
        this.keep = keep;
    }

    void expect(CompletableFuture<HttpOrigin.Reply> reply) {
        expected = reply;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse response) {
        if (response.decoderResult().isFailure()) {
            exceptionCaught(ctx, response.decoderResult().cause());
            return;
        }
        var reply = expected;
        expected = null;
        boolean canBeKept = HttpUtil.isKeepAlive(response) && reply != null;
        var body = ByteBufUtil.getBytes(response.content());
        if (canBeKept) {
            // Before the caller learns of it: its next request, sent in the callback, finds this connection.
            keep.accept(ctx.channel());
        } else {
            Ending.close(ctx);
        }
        if (reply != null) {
            reply.complete(new HttpOrigin.Reply(response.status().code(), body));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fail(new IOException("the connection was closed before the answer came"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fail(new IOException("the connection failed: " + cause.getMessage(), cause));
        Ending.close(ctx);
    }

    private void fail(IOException cause) {
        if (expected != null) {
            expected.completeExceptionally(cause);
            expected = null;
        }
    }
}
