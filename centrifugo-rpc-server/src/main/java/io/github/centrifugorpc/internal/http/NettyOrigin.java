package io.github.centrifugorpc.internal.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Another server over Netty. The connection used last is used first, so that surplus ones go idle and are closed. */
final class NettyOrigin implements HttpOrigin {

    private static final int MOST_REPLY_BYTES = 16 << 20;

    private final URI origin;
    private final String host;
    private final int port;
    private final @Nullable SslContext tls;
    private final Bootstrap bootstrap;
    private final ConcurrentLinkedDeque<Channel> idle = new ConcurrentLinkedDeque<>();

    NettyOrigin(EventLoopGroup loops, URI origin) {
        this.origin = origin;
        boolean isSecure = "https".equalsIgnoreCase(origin.getScheme());
        this.host = origin.getHost().replaceAll("[\\[\\]]", "");
        this.port = origin.getPort() >= 0 ? origin.getPort() : isSecure ? 443 : 80;
        this.tls = isSecure ? clientTls() : null;
        this.bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.closeFuture().addListener(closed -> idle.remove(channel));
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port));
                        }
                        channel.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(MOST_REPLY_BYTES),
                                        new ClientConnection(idle::addFirst));
                    }
                });
    }

    @Override
    public CompletionStage<Reply> post(
            String path, Map<String, String> headers, HttpAnswer.Body body, Duration timeout) {
        var reply = new CompletableFuture<Reply>();
        FullHttpRequest request;
        try {
            request = request(path, headers, body);
        } catch (IOException e) {
            reply.completeExceptionally(e);
            return reply;
        }
        var kept = takeIdle();
        if (kept != null) {
            send(kept, request, reply, timeout);
        } else {
            connect(request, reply, timeout);
        }
        return reply;
    }

    private void connect(FullHttpRequest request, CompletableFuture<Reply> reply, Duration timeout) {
        long startNanos = System.nanoTime();
        bootstrap
                .clone()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, timeout.toMillis()))
                .connect(host, port)
                .addListener(connected -> {
                    if (connected.isSuccess()) {
                        var channel = ((ChannelFuture) connected).channel();
                        send(channel, request, reply, timeout.minusNanos(System.nanoTime() - startNanos));
                    } else {
                        request.release();
                        reply.completeExceptionally(new IOException(
                                origin + " cannot be reached: "
                                        + connected.cause().getMessage(),
                                connected.cause()));
                    }
                });
    }

    private void send(Channel channel, FullHttpRequest request, CompletableFuture<Reply> reply, Duration timeout) {
        channel.eventLoop().execute(() -> {
            var connection = channel.pipeline().get(ClientConnection.class);
            if (connection == null || !channel.isActive()) {
                request.release();
                reply.completeExceptionally(new IOException(origin + " has closed the connection"));
                return;
            }
            var limit = channel.eventLoop()
                    .schedule(
                            () -> {
                                reply.completeExceptionally(
                                        new IOException(origin + " did not answer within the time limit"));
                                Ending.close(channel);
                            },
                            Math.max(0, timeout.toNanos()),
                            TimeUnit.NANOSECONDS);
            var unused = reply.whenComplete((answer, failure) -> limit.cancel(false));
            connection.expect(reply);
            channel.writeAndFlush(request).addListener(written -> {
                if (!written.isSuccess()) {
                    reply.completeExceptionally(new IOException("writing to " + origin + " failed", written.cause()));
                    Ending.close(channel);
                }
            });
        });
    }

    private FullHttpRequest request(String path, Map<String, String> headers, HttpAnswer.Body body) throws IOException {
        var buffer = Unpooled.buffer();
        try (var out = new ByteBufOutputStream(buffer)) {
            body.writeTo(out);
        }
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path, buffer);
        request.headers()
                .set(HttpHeaderNames.HOST, port == 80 || port == 443 ? host : host + ":" + port)
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, buffer.readableBytes());
        headers.forEach(request.headers()::set);
        return request;
    }

    private @Nullable Channel takeIdle() {
        for (var channel = idle.pollFirst(); channel != null; channel = idle.pollFirst()) {
            if (channel.isActive()) {
                return channel;
            }
        }
        return null;
    }

    private static SslContext clientTls() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException e) {
            throw new IllegalStateException("This JVM offers no TLS.", e);
        }
    }
}
