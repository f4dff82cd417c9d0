package io.github.centrifugorpc.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.centrifugorpc.server.spi.OnceCall;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A call under the token by which one server claims it, and what scripts do with it. */
final class ClaimedCall {

    private final RedisLink redis;
    private final RedisOnceStore.Terms terms;
    private final OnceCall call;
    private final byte[] token;
    private final byte[][] keys;

    ClaimedCall(RedisLink redis, RedisOnceStore.Terms terms, OnceCall call, String token) {
        this.redis = redis;
        this.terms = terms;
        this.call = call;
        this.token = token.getBytes(UTF_8);
        this.keys = new ShareKeys(terms.prefix(), call.account()).all();
    }

    CompletionStage<List<Object>> claim(long waitedNanos) {
        long ageMs = call.age().plusNanos(waitedNanos + 999_999).toMillis();
        return redis.run(
                Script.CLAIM,
                keys,
                values(
                        text(call.isResend() ? "1" : "0"),
                        text(ageMs),
                        text(terms.window().toMillis()),
                        text(terms.way().toMillis())));
    }

    CompletionStage<List<Object>> renew() {
        return redis.run(Script.RENEW, keys, values());
    }

    CompletionStage<List<Object>> keep(byte[] reply) {
        return redis.run(Script.KEEP, keys, values(reply));
    }

    CompletionStage<List<Object>> release() {
        return redis.run(Script.RELEASE, keys, values());
    }

    /** What every script takes, then its own. */
    private byte[][] values(byte[]... own) {
        var all = new byte[6 + own.length][];
        all[0] = text(call.correlationId());
        all[1] = text(Long.toHexString(call.paramsPrint()) + " " + call.method());
        all[2] = token;
        all[3] = text(terms.lease().toMillis());
        all[4] = text(terms.window().plus(terms.way()).toMillis());
        all[5] = text(terms.mostBytesOfOne());
        System.arraycopy(own, 0, all, 6, own.length);
        return all;
    }

    private static byte[] text(Object value) {
        return value.toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return call.method() + " (correlation id " + call.correlationId() + ")";
    }
}
