package io.github.centrifugorpc.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.dispatch.Dispatcher.CallLimits;
import io.github.centrifugorpc.internal.endpoint.ReplyJson;
import io.github.centrifugorpc.internal.once.CallKey;
import io.github.centrifugorpc.internal.once.CallPrint;
import io.github.centrifugorpc.internal.once.OnceStore;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.once.Verdict;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.MethodTableCompiler;
import io.github.centrifugorpc.internal.timer.Timer;
import io.github.centrifugorpc.internal.wire.Attempt;
import io.github.centrifugorpc.server.TaskHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** A store that answers later, as one does that several servers share. */
class LateStoreTest {

    private static final MethodTable METHODS = new MethodTableCompiler(
                    List.of(new TaskHandlers()), Duration.ofSeconds(30), false, List.of())
            .compile(null);

    private static final Reply KEPT = new Reply.Result("\"kept\"".getBytes(StandardCharsets.US_ASCII));

    private final AskedStore store = new AskedStore();
    private final HandTimer timer = new HandTimer();
    private final LinkedBlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final Dispatcher dispatcher = new Dispatcher(
            CallLimits.DEFAULTS, timer, new CallLog(Level.ERROR, false), store, new ReplyJson(METHODS, 64 << 10));

    /** Remembers what it was asked and told. */
    private static final class AskedStore implements OnceStore {

        final List<Consumer<Verdict>> asked = new ArrayList<>();
        final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void ask(CallKey key, CallPrint print, Attempt attempt, Consumer<Verdict> verdict) {
            asked.add(verdict);
        }

        @Override
        public void keep(CallKey key, CallPrint print, Reply reply) {
            told.add("keep " + key.correlationId() + " " + text(reply));
        }

        @Override
        public void forget(CallKey key) {
            told.add("forget " + key.correlationId());
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
        return new String(reply.json(), StandardCharsets.UTF_8);
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

        store.asked.get(0).accept(Verdict.RUN);

        assertThat(replies.poll(20, TimeUnit.SECONDS)).isEqualTo("null");
        assertThat(store.told.poll(20, TimeUnit.SECONDS)).isEqualTo("keep a null");
        dispatcher.drain(Duration.ofSeconds(20));
    }

    @Test
    void repeatsWhatAnotherServerAnswered() {
        call();
        call();
        assertThat(store.asked).as("who joins does not ask").hasSize(1);

        store.asked.get(0).accept(new Verdict.Repeat(KEPT));

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
        store.asked.get(0).accept(Verdict.RUN);

        assertThat(replies)
                .containsExactly(
                        "{\"code\":499,\"name\":\"cancelled\",\"message\":\"tasks.clear: cancelled by the caller.\"}");
        assertThat(store.told).containsExactly("forget a");
        assertThat(dispatcher.lateResults()).isZero();
    }

    @Test
    void beginsNothingThatIsLateMeanwhile() {
        call();
        timer.tasks.get(0).run();
        assertThat(dispatcher.callsInFlight()).isZero();
        store.asked.get(0).accept(Verdict.RUN);

        assertThat(replies)
                .containsExactly("{\"code\":408,\"name\":\"deadline_exceeded\",\"message\":\"tasks.clear: the time"
                        + " limit of 30 s passed before the handler began; it was not run.\",\"details\":{\"started\":"
                        + "false}}");
        assertThat(store.told).containsExactly("forget a");
    }

    @Test
    void passesOnWhatTheStoreDoesNotKnow() {
        call();
        store.asked.get(0).accept(Verdict.UNKNOWN);
        call();
        store.asked.get(1).accept(Verdict.CONFLICT);

        assertThat(replies).hasSize(2);
        assertThat(replies.remove()).startsWith("{\"code\":410,");
        assertThat(replies.remove()).startsWith("{\"code\":409,");
        assertThat(store.told).isEmpty();
    }

    private static Caller caller(String user) {
        return new Caller(user, "c1", Map.of());
    }

    private void call() {
        var method = Objects.requireNonNull(METHODS.find("tasks.clear"));
        var refusal = dispatcher.dispatch(
                new CallRequest(
                        method,
                        caller("42"),
                        "a",
                        Attempt.FIRST,
                        new CallPrint("tasks.clear", 0),
                        Transport.RPC,
                        Duration.ofSeconds(30),
                        method.checker().none(),
                        reply -> replies.add(text(reply))),
                () -> {});
        assertThat(refusal).isEmpty();
    }
}
