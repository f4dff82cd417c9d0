package io.github.centrifugorpc.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request and its answer on a Netty channel. */
final class NettyExchange implements HttpExchange {

    private static final int FIRST_BYTES = 512;

    private final ChannelHandlerContext ctx;
    private final IncomingRequest request;
    private final BooleanSupplier isLastAnswer;
    private final Consumer<Boolean> answered;
    private final AtomicBoolean isAnswered = new AtomicBoolean();

    NettyExchange(
            ChannelHandlerContext ctx,
            IncomingRequest request,
            BooleanSupplier isLastAnswer,
            Consumer<Boolean> answered) {
        this.ctx = ctx;
        this.request = request;
        this.isLastAnswer = isLastAnswer;
        this.answered = answered;
    }

    @Override
    public String method() {
        return request.head().method().name();
    }

    @Override
    public String path() {
        var uri = request.head().uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    @Override
    public @Nullable String header(String name) {
        return request.head().headers().get(name);
    }

    @Override
    public byte[] body() {
        return request.body();
    }

    @Override
    public Optional<Fault> fault() {
        return Optional.ofNullable(request.fault());
    }

    @Override
    public void respond(HttpAnswer answer) {
        if (isAnswered.get()) {
            return;
        }
        var body = write(answer.body());
        if (!isAnswered.compareAndSet(false, true)) {
            body.release();
            return;
        }
        var response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), body);
        var headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        answer.headers().forEach(headers::set);
        if (ctx.executor().inEventLoop()) {
            send(response);
        } else {
            ctx.executor().execute(() -> send(response));
        }
    }

    private void send(DefaultFullHttpResponse response) {
        boolean isLast = isLastAnswer.getAsBoolean();
        if (isLast) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            Ending.sendAndClose(ctx, response);
        } else {
            Ending.send(ctx, response);
        }
        answered.accept(isLast);
    }

    private ByteBuf write(HttpAnswer.Body body) {
        var buffer = ctx.alloc().buffer(FIRST_BYTES);
        try (var out = new ByteBufOutputStream(buffer)) {
            body.writeTo(out);
            return buffer;
        } catch (IOException e) {
            buffer.release();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            buffer.release();
            throw e;
        }
    }
}
