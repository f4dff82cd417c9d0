package io.github.centrifugorpc.internal.http;

import io.github.centrifugorpc.internal.timer.Timer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The engine on Netty: one group of event loops for both directions, one timer wheel. */
public final class NettyEngine implements HttpEngine {

    private static final int LEAST_LOOPS = 2;
    private static final int BACKLOG = 1024;
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final HttpLimits limits;
    private final EventLoopGroup loops;
    private final HashedWheelTimer wheel;

    public NettyEngine(HttpLimits limits) {
        this.limits = limits;
        this.loops = new MultiThreadIoEventLoopGroup(
                Math.max(LEAST_LOOPS, Runtime.getRuntime().availableProcessors()),
                new DefaultThreadFactory("centrifugo-rpc-io"),
                NioIoHandler.newFactory());
        this.wheel = new HashedWheelTimer(
                new DefaultThreadFactory("centrifugo-rpc-timer", true), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public HttpListener listen(InetSocketAddress address, HttpHandler handler) throws IOException {
        var connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        var isStopping = new AtomicBoolean();
        var resolved = new InetSocketAddress(address.getHostString(), address.getPort());
        var binding = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (isStopping.get() || connections.size() >= limits.mostConnections()) {
                            Ending.close(channel);
                            return;
                        }
                        connections.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new ServerConnection(limits, handler, isStopping::get));
                    }
                })
                .bind(resolved)
                .awaitUninterruptibly();
        if (!binding.isSuccess()) {
            throw new IOException(String.valueOf(binding.cause().getMessage()), binding.cause());
        }
        return new NettyListener(binding.channel(), connections, isStopping);
    }

    @Override
    public HttpOrigin origin(URI origin) {
        return new NettyOrigin(loops, origin);
    }

    @Override
    public Timer timer() {
        return (delay, task) -> {
            var timeout = wheel.newTimeout(ignored -> task.run(), delay.toNanos(), TimeUnit.NANOSECONDS);
            return timeout::cancel;
        };
    }

    @Override
    public void close() {
        wheel.stop();
        loops.shutdownGracefully(0, CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_LIMIT.toMillis());
    }

    private record NettyListener(Channel server, ChannelGroup connections, AtomicBoolean isStopping)
            implements HttpListener {

        @Override
        public InetSocketAddress address() {
            return (InetSocketAddress) server.localAddress();
        }

        @Override
        public void stopAccepting() {
            isStopping.set(true);
            server.close().awaitUninterruptibly(CLOSE_LIMIT.toMillis());
            for (var connection : connections) {
                connection.pipeline().fireUserEventTriggered(ServerConnection.Signal.LAST_ANSWER);
            }
        }

        @Override
        public void awaitClosed(Duration limit) {
            connections.newCloseFuture().awaitUninterruptibly(limit.toMillis());
        }
    }
}
