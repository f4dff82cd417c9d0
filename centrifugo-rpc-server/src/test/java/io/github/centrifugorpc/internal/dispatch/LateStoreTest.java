package io.github.centrifugorpc.internal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.dispatch.Dispatcher.CallLimits;
import io.github.centrifugorpc.internal.endpoint.ReplyJson;
import io.github.centrifugorpc.internal.once.CallPrint;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.MethodTableCompiler;
import io.github.centrifugorpc.internal.timer.Timer;
import io.github.centrifugorpc.internal.wire.Attempt;
import io.github.centrifugorpc.server.TaskHandlers;
import io.github.centrifugorpc.server.spi.Claim;
import io.github.centrifugorpc.server.spi.OnceCall;
import io.github.centrifugorpc.server.spi.OnceStore;
import io.github.centrifugorpc.server.spi.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** A store that answers later, as one does that several servers share. */
class LateStoreTest {

    private static final TaskHandlers HANDLERS = new TaskHandlers();

    private static final MethodTable METHODS =
            new MethodTableCompiler(List.of(HANDLERS), Duration.ofSeconds(30), false, List.of()).compile(null);

    private static final Reply KEPT = new Reply.Result("\"kept\"".getBytes(StandardCharsets.US_ASCII));

    private final AskedStore store = new AskedStore();
    private final HandTimer timer = new HandTimer();
    private final LinkedBlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final Dispatcher dispatcher = new Dispatcher(
            CallLimits.DEFAULTS, timer, new CallLog(Level.ERROR, false), store, new ReplyJson(METHODS, 64 << 10));

    /** Remembers what it was asked and told. */
    private static final class AskedStore implements OnceStore {

        final List<CompletableFuture<Verdict>> asked = new ArrayList<>();
        final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public CompletableFuture<Verdict> ask(OnceCall call) {
            var verdict = new CompletableFuture<Verdict>();
            asked.add(verdict);
            return verdict;
        }

        @Override
        public void close() {
            told.add("close");
        }

        Verdict run() {
            return new Verdict.Run(new Claim() {
                @Override
                public void keep(byte[] reply) {
                    told.add("keep " + text(Reply.of(reply)));
                }

                @Override
                public void release() {
                    told.add("release");
                }
            });
        }
    }

    /** Goes off when the test says so. */
    private static final class HandTimer implements Timer {

        final List<Runnable> tasks = new ArrayList<>();

        @Override
        public Pending after(Duration delay, Runnable task) {
            tasks.add(task);
            return () -> tasks.remove(task);
        }
    }

    private static String text(Reply reply) {
        return new String(reply.json(), UTF_8);
    }

    @AfterEach
    void stop() {
        assertThat(dispatcher.callsInFlight()).isZero();
        dispatcher.drain(Duration.ZERO);
    }

    @Test
    void runsWhenItIsToldTo() throws Exception {
        call();
        assertThat(replies).isEmpty();

        store.asked.get(0).complete(store.run());

        assertThat(replies.poll(20, TimeUnit.SECONDS)).isEqualTo("null");
        assertThat(store.told.poll(20, TimeUnit.SECONDS)).isEqualTo("keep null");
        dispatcher.drain(Duration.ofSeconds(20));
    }

    @Test
    void repeatsWhatAnotherServerAnswered() {
        call();
        call();
        assertThat(store.asked).as("who joins does not ask").hasSize(1);

        store.asked.get(0).complete(new Verdict.Repeat(KEPT.bytes()));

        assertThat(replies).containsExactly("\"kept\"", "\"kept\"");
        assertThat(store.told).isEmpty();
        assertThat(timer.tasks).isEmpty();
    }

    @Test
    void beginsNothingThatWasCancelledMeanwhile() {
        call();
        dispatcher.cancel(caller("other"), "a");
        assertThat(replies).isEmpty();

        dispatcher.cancel(caller("42"), "a");
        assertThat(dispatcher.callsInFlight()).isZero();
        assertThat(store.asked.get(0)).as("nobody waits for the verdict").isCancelled();

        assertThat(replies)
                .containsExactly(
                        "{\"code\":499,\"name\":\"cancelled\",\"message\":\"tasks.clear: cancelled by the caller.\"}");
        assertThat(store.told).isEmpty();
        assertThat(dispatcher.lateResults()).isZero();
    }

    @Test
    void beginsNothingThatIsLateMeanwhile() {
        call();
        timer.tasks.get(0).run();
        assertThat(dispatcher.callsInFlight()).isZero();
        assertThat(store.asked.get(0)).as("nobody waits for the verdict").isCancelled();

        assertThat(replies)
                .containsExactly("{\"code\":408,\"name\":\"deadline_exceeded\",\"message\":\"tasks.clear: the time"
                        + " limit of 30 s passed before the handler began; it was not run.\",\"details\":{\"started\":"
                        + "false}}");
        assertThat(store.told).isEmpty();
    }

    @Test
    void passesOnWhatTheStoreDoesNotKnow() {
        call();
        store.asked.get(0).complete(new Verdict.Unknown());
        call();
        store.asked.get(1).complete(new Verdict.Conflict());

        assertThat(replies).hasSize(2);
        assertThat(replies.remove()).startsWith("{\"code\":410,");
        assertThat(replies.remove()).startsWith("{\"code\":409,");
        assertThat(store.told).isEmpty();
    }

    @Test
    void runsNothingThatCannotBeLookedUp() {
        call();
        store.asked.get(0).complete(new Verdict.Unavailable());
        call();
        store.asked.get(1).completeExceptionally(new IllegalStateException("a store with a fault of its own"));

        assertThat(replies).hasSize(2);
        assertThat(replies.remove())
                .isEqualTo("{\"code\":503,\"name\":\"unavailable\",\"message\":\"tasks.clear: the server cannot look"
                        + " up at the moment whether this call was run before, so it was not run. Try again in a"
                        + " moment.\"}");
        assertThat(replies.remove()).startsWith("{\"code\":500,");
        assertThat(store.told).isEmpty();
    }

    @Test
    void keepsThatTheOutcomeIsUnknownOfWhatIsCutOffWhileItRuns() throws Exception {
        HANDLERS.seen.clear();
        call("tasks.wait", "a");
        store.asked.get(0).complete(store.run());
        assertThat(HANDLERS.seen.poll(20, TimeUnit.SECONDS)).isEqualTo("waiting");
        call("tasks.wait", "b");

        dispatcher.drain(Duration.ZERO);

        var unknown =
                "{\"code\":410,\"name\":\"outcome_unknown\",\"message\":\"tasks.wait: the server stopped while it was"
                        + " running. Look whether it happened before you call again.\"}";
        assertThat(replies)
                .containsExactlyInAnyOrder(
                        unknown,
                        "{\"code\":503,\"name\":\"unavailable\",\"message\":\"The server is shutting down. Try again in a"
                                + " moment.\"}");
        assertThat(store.asked.get(1)).as("b never began").isCancelled();
        dispatcher.drain(Duration.ofSeconds(20));
        assertThat(store.told).containsExactly("keep " + unknown);
    }

    @Test
    void repeatsErrorsAsTheyWere() {
        var failure = new Reply.Failure(1404, "There is no task ä.", false, "{\"code\":1404}".getBytes(UTF_8));

        var repeated = (Reply.Failure) Reply.of(failure.bytes());

        assertThat(repeated.code()).isEqualTo(1404);
        assertThat(repeated.message()).isEqualTo("There is no task ä.");
        assertThat(text(repeated)).isEqualTo("{\"code\":1404}");
        assertThat(repeated.isTemporary()).isFalse();
        assertThatThrownBy(() -> Reply.of(new byte[] {7}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("These bytes are no reply of this version.");
    }

    private static Caller caller(String user) {
        return new Caller(user, "c1", Map.of());
    }

    private void call() {
        call("tasks.clear", "a");
    }

    private void call(String name, String id) {
        var method = Objects.requireNonNull(METHODS.find(name));
        var refusal = dispatcher.dispatch(
                new CallRequest(
                        method,
                        caller("42"),
                        id,
                        Attempt.FIRST,
                        new CallPrint(name, 0),
                        Transport.RPC,
                        Duration.ofSeconds(30),
                        method.checker().none(),
                        reply -> replies.add(text(reply))),
                () -> {});
        assertThat(refusal).isEmpty();
    }
}
