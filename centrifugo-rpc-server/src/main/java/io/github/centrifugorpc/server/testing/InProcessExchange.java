package io.github.centrifugorpc.server.testing;

import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.http.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A proxy request that came from nowhere, and its answer. */
final class InProcessExchange implements HttpExchange {

    private final byte[] body;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

    InProcessExchange(byte[] body) {
        this.body = body;
    }

    CompletableFuture<byte[]> answer() {
        return answer;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/centrifugo/rpc";
    }

    @Override
    public @Nullable String header(String name) {
        return null;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public Optional<Fault> fault() {
        return Optional.empty();
    }

    @Override
    public void respond(HttpAnswer given) {
        var out = new ByteArrayOutputStream();
        try {
            given.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer.complete(out.toByteArray());
    }
}
