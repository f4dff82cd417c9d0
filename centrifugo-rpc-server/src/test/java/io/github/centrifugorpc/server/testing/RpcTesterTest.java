package io.github.centrifugorpc.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.server.RpcStartupException;
import io.github.centrifugorpc.server.TaskHandlers;
import io.github.centrifugorpc.server.TaskHandlers.Command;
import io.github.centrifugorpc.server.TaskHandlers.Count;
import io.github.centrifugorpc.server.TaskHandlers.TaskStatsParams;
import io.github.centrifugorpc.server.TaskHandlers.TaskStatsResult;
import io.github.centrifugorpc.server.TaskHandlers.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Users' own tests call handlers as the server does. */
class RpcTesterTest {

    private final TaskHandlers handlers = new TaskHandlers();
    private final RpcTester tester = RpcTester.of(handlers);
    private final TestCaller ada = tester.user("ada");

    @AfterEach
    void close() {
        tester.close();
    }

    // region tester
    @Test
    void countsTasks() {
        try (var tester = RpcTester.of(new TaskHandlers())) {
            var params = Map.of("user_id", "123", "include_completed", true);

            var stats = tester.user("123").call("tasks.get_stats", params, TaskStatsResult.class);

            assertThat(stats).isEqualTo(new TaskStatsResult(3, 1, 2));
        }
    }
    // endregion

    // region refused
    @Test
    void wantsToKnowWhose() {
        try (var tester = RpcTester.of(new TaskHandlers())) {
            assertThatThrownBy(() -> tester.user("123").call("tasks.get_stats", Map.of()))
                    .isInstanceOf(RpcException.class)
                    .hasMessage("tasks.get_stats: the params do not fit: $.user_id is required.");
        }
    }
    // endregion

    @Test
    void takesParamsAndGivesResultsInAnyForm() {
        var params = new TaskStatsParams("123", true);

        assertThat(ada.call("tasks.get_stats", params)).isEqualTo(Map.of("total", 3, "completed", 1, "pending", 2));
        assertThat(ada.callJson("tasks.get_stats", "{\"user_id\":\"123\"}"))
                .isEqualTo("{\"total\":2,\"completed\":0,\"pending\":2}");
        assertThat(ada.call("tasks.find", Map.of("what", "none"))).isNull();
        assertThat(ada.call("tasks.later", new Command("ok"), String[].class)).containsExactly("a", "b");
        assertThat(ada.call("tasks.clear")).isNull();
    }

    @Test
    void tellsHandlersWhoCalls() {
        var who = ada.withMeta(Map.of("role", "admin")).call("tasks.who", null, Who.class);
        assertThat(who).isEqualTo(new Who("ada", "test", "tasks.who", "RPC", Map.of("role", "admin")));

        assertThat(tester.anonymous().call("tasks.public", null, Who.class).userId())
                .isEmpty();
        assertThat(error(() -> tester.anonymous().call("tasks.who")).code()).isEqualTo(401);
    }

    @Test
    void throwsWhatAClientWouldSee() {
        var declared = error(() -> ada.call("tasks.fail", new Command("declared")));
        assertThat(declared.code()).isEqualTo(1404);
        assertThat(declared.name()).isEqualTo("task_not_found");
        assertThat(declared).hasMessage("There is no task 7.");
        assertThat(declared.details()).isEqualTo(Map.of("id", 7));

        assertThat(error(() -> ada.call("tasks.later", new Command("declared"))).code())
                .isEqualTo(1404);
        assertThat(error(() -> ada.call("tasks.fail", new Command("checked"))).name())
                .isEqualTo("internal");
        assertThat(error(() -> ada.call("tasks.get_stat")))
                .hasMessage("There is no method \"tasks.get_stat\". Did you mean tasks.get_stats?");
        assertThat(error(() -> ada.call("tasks.get_stats", Map.of("user_id", 7)))
                        .details())
                .isEqualTo(List.of(Map.of("path", "$.user_id", "message", "must be a string, but was 7")));
    }

    @Test
    void refusesResultsOfAnotherType() {
        assertThatThrownBy(() -> ada.call("tasks.find", Map.of("what", "none"), Count.class))
                .hasMessage("tasks.find: the result is null and no Count. Fix: call it without a type.");
        assertThatThrownBy(() -> ada.call("tasks.clear", null, String.class))
                .hasMessage("tasks.clear: the result is null and no String. Fix: call it without a type.");
        assertThatThrownBy(() -> ada.call("tasks.get_stats", Map.of("user_id", "1"), String.class))
                .hasMessageStartingWith("tasks.get_stats: the result is no String: ");
        assertThatThrownBy(() -> ada.callJson("tasks.clear", "{"))
                .hasMessageStartingWith("tasks.clear: the params are no JSON: ");
    }

    @Test
    void runsWhatWantsNoReplyAfterItsCallerHasBeenAnswered() throws InterruptedException {
        assertThat(ada.call("tasks.notify", new Command("all"))).isNull();

        tester.awaitCalls();
        assertThat(handlers.seen).containsExactly("notified all");
    }

    @Test
    void keepsDeadlines() throws InterruptedException {
        var late = error(() -> ada.withTimeout(Duration.ofMillis(20)).call("tasks.slow", new Command("x")));

        assertThat(late.code()).isEqualTo(408);
        tester.awaitCalls();
        assertThat(late.details()).isEqualTo(Map.of("started", handlers.seen.contains("started")));
        assertThat(error(() -> ada.call("tasks.slow", new Command("x"))))
                .hasMessage("tasks.slow: the time limit of 1 s passed while the handler ran.");
        tester.awaitCalls();
        assertThat(tester.lateResults())
                .isEqualTo(handlers.seen.stream().filter("started"::equals).count());
        assertThat(handlers.seen).contains("interrupted cancelled=true");
    }

    @Test
    void cancelsWhatItsCallerGivesUp() throws InterruptedException {
        var result = ada.callLater("tasks.wait", null, String.class);
        assertThat(handlers.seen.poll(20, TimeUnit.SECONDS)).isEqualTo("waiting");

        result.cancel(true);

        tester.awaitCalls();
        assertThat(tester.lateResults()).isEqualTo(1);
    }

    @Test
    void runsWhatIsSentAgainOnce() {
        var once = ada.withCorrelationId("a");

        once.call("tasks.clear");
        once.withAttempt(2).call("tasks.clear");
        ada.withCorrelationId("b").call("tasks.clear");

        assertThat(handlers.seen).containsExactly("cleared", "cleared");
        assertThat(error(() -> once.call("tasks.who")).code()).isEqualTo(409);
    }

    @Test
    void answersNothingWhenItIsClosed() {
        tester.close();

        assertThat(error(() -> ada.call("tasks.clear")).code()).isEqualTo(503);
    }

    public static final class Unknown {
        @WebsocketRpc("tasks.unknown")
        public void unknown() {}
    }

    @Test
    void refusesWhatAServerRefuses() {
        assertThatThrownBy(() -> RpcTester.of(new Unknown()))
                .isInstanceOf(RpcStartupException.class)
                .hasMessageContaining("[CRPC-503]");
    }

    private static RpcException error(Runnable call) {
        return catchThrowableOfType(RpcException.class, call::run);
    }
}
