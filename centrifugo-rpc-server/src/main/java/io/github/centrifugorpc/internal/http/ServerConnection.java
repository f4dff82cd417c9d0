package io.github.centrifugorpc.internal.http;

import io.github.centrifugorpc.internal.http.HttpEngine.HttpHandler;
import io.github.centrifugorpc.internal.http.HttpExchange.Fault;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a peer: puts requests together and hands them on one at a time. All state belongs to the
 * connection's event loop.
 */
final class ServerConnection extends ChannelInboundHandlerAdapter {

    /** What the listener tells its connections. */
    enum Signal {
        /** End with the current answer, or now where there is no request. */
        LAST_ANSWER
    }

    private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);

    private final HttpLimits limits;
    private final HttpHandler handler;
    private final BooleanSupplier isStopping;

    /** Requests that a peer sent ahead of our answer; reading pauses meanwhile, so one read's worth at most. */
    private final Queue<HttpObject> ahead = new ArrayDeque<>();

    private @Nullable IncomingRequest receiving;
    private @Nullable ScheduledFuture<?> watch;
    private long waitingSinceNanos;
    private boolean hasHadRequest;
    private boolean isAnswering;
    private boolean isLastAnswer;
    private boolean isClosing;
    private boolean isReadingAhead;

    /**
     * A connection.
     *
     * @param isStopping makes any answer the last one, even before {@link Signal#LAST_ANSWER} has come
     */
    ServerConnection(HttpLimits limits, HttpHandler handler, BooleanSupplier isStopping) {
        this.isStopping = isStopping;
        this.limits = limits;
        this.handler = handler;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        waitingSinceNanos = System.nanoTime();
        long periodMs = Math.max(1, limits.requestTime().toMillis() / 8);
        watch = ctx.executor().scheduleAtFixedRate(() -> endIfTooSlow(ctx), periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (watch != null) {
            watch.cancel(false);
        }
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
        receiving = null;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        var part = (HttpObject) message;
        if (isClosing) {
            ReferenceCountUtil.release(part);
        } else if (isAnswering || !ahead.isEmpty()) {
            ahead.add(part);
            ctx.channel().config().setAutoRead(false);
        } else {
            read(ctx, part);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == Signal.LAST_ANSWER) {
            isLastAnswer = true;
            if (!isAnswering && receiving == null) {
                Ending.close(ctx);
            }
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("A connection ended: {}", cause.getMessage());
        } else {
            LOG.error("A connection is closed because of an unexpected error.", cause);
        }
        Ending.close(ctx);
    }

    private void read(ChannelHandlerContext ctx, HttpObject part) {
        try {
            if (part instanceof HttpRequest head) {
                receiving = new IncomingRequest(head, limits.mostBodyBytes());
                waitingSinceNanos = System.nanoTime();
                hasHadRequest = true;
                if (HttpUtil.is100ContinueExpected(head) && receiving.fault() == null) {
                    Ending.send(
                            ctx,
                            new DefaultFullHttpResponse(
                                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
                }
            }
            if (part instanceof HttpContent content && receiving != null) {
                receiving.append(content.content());
            }
            if (receiving == null) {
                return;
            }
            if (part.decoderResult().isFailure()) {
                receiving.fail(Fault.MALFORMED);
                handOver(ctx, receiving);
            } else if (part instanceof LastHttpContent || receiving.isBeyondDiscarding()) {
                handOver(ctx, receiving);
            }
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private void handOver(ChannelHandlerContext ctx, IncomingRequest request) {
        receiving = null;
        isAnswering = true;
        isLastAnswer |= request.fault() != null || !request.isKeepAlive();
        var exchange = new NettyExchange(ctx, request, this::isLastAnswer, isLast -> answered(ctx, isLast));
        try {
            handler.handle(exchange);
        } catch (RuntimeException e) {
            LOG.error("A handler of HTTP requests failed; the connection is closed.", e);
            Ending.close(ctx);
        }
    }

    private boolean isLastAnswer() {
        return isLastAnswer || isStopping.getAsBoolean();
    }

    private void answered(ChannelHandlerContext ctx, boolean isLast) {
        isAnswering = false;
        isClosing = isLast;
        waitingSinceNanos = System.nanoTime();
        if (!isReadingAhead) {
            // A loop, since an answer given at once leads back here: a peer must not choose the depth of our stack.
            isReadingAhead = true;
            while (!isAnswering && !isClosing && !ahead.isEmpty()) {
                read(ctx, ahead.remove());
            }
            isReadingAhead = false;
            if (ahead.isEmpty() && !ctx.channel().config().isAutoRead()) {
                ctx.channel().config().setAutoRead(true);
            }
        }
    }

    private void endIfTooSlow(ChannelHandlerContext ctx) {
        if (isAnswering) {
            return;
        }
        long waitedNanos = System.nanoTime() - waitingSinceNanos;
        if (receiving != null && waitedNanos > limits.requestTime().toNanos()) {
            receiving.fail(Fault.TOO_SLOW);
            handOver(ctx, receiving);
        } else if (receiving == null
                && waitedNanos > (hasHadRequest ? limits.idleTime() : limits.requestTime()).toNanos()) {
            Ending.close(ctx);
        }
    }
}
