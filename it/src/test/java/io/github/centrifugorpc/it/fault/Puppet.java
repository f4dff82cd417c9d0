package io.github.centrifugorpc.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.LanguageContainer.Outcome;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.raw.Tokens;
import io.github.centrifugorpc.it.scenario.ControlEndpoint;
import io.github.centrifugorpc.it.sdk.InstalledSdk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A program in a language's container that does what it is told through the generated SDK: it asks for commands, and
 * posts what came of them. {@code it/README.md} describes both.
 */
final class Puppet implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration POLL = Duration.ofSeconds(20);

    private final BlockingQueue<ObjectNode> commands = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Report>> awaited = new ConcurrentHashMap<>();
    private final Map<String, Function<Integer, String>> tokens = new ConcurrentHashMap<>();
    private final Map<String, Integer> tokensAskedFor = new HashMap<>();
    private final InstalledSdk sdk;
    private final ControlEndpoint control;
    private final CompletableFuture<Outcome> run;

    /** What the puppet said, and when. */
    record Report(JsonNode json, Instant at) {}

    private Puppet(InstalledSdk sdk) {
        this.sdk = sdk;
        control = new ControlEndpoint(Map.of("next", this::next, "report", this::report, "token", this::token));
        run = CompletableFuture.supplyAsync(
                () -> sdk.container().run("puppet.sh", Map.of("CONTROL_URL", control.urlInContainers()), LIFE));
        CompletableFuture<Outcome> unused = run.whenComplete((outcome, problem) -> {
            IllegalStateException ended = new IllegalStateException("The puppet ended: " + outcome, problem);
            awaited.values().forEach(answer -> answer.completeExceptionally(ended));
        });
    }

    /** Installs the SDK of the layout in the language's container, and starts the puppet there. */
    static Puppet start(Language language, Layout layout) throws IOException {
        return new Puppet(InstalledSdk.install(language, layout));
    }

    /** Tells the puppet to do something. */
    void tell(ObjectNode command) {
        commands.add(command);
    }

    /** What will be said of the thing with this name: a client that opens or closes, or a call that ends. */
    CompletableFuture<Report> report(String event, String name) {
        CompletableFuture<Report> answer =
                awaited.computeIfAbsent(event + " " + name, unknown -> new CompletableFuture<>());
        if (run.isDone()) {
            answer.completeExceptionally(new IllegalStateException("The puppet ended: " + run.join()));
        }
        return answer;
    }

    /** Gives the user's tokens in place of good ones; the function is given how many there were before. */
    void giveTokens(String userId, Function<Integer, String> source) {
        tokens.put(userId, source);
    }

    /** Returns once the user's clients have asked so often for a token. */
    synchronized void awaitTokens(String userId, int count) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (tokensAskedFor.getOrDefault(userId, 0) < count) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("The client of " + userId + " asked " + tokensAskedFor.get(userId)
                        + " times for a token within " + LIMIT + ", expected " + count + ".");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Freezes the puppet. */
    void pause() {
        sdk.container().pause();
    }

    /** Lets the puppet go on. */
    void unpause() {
        sdk.container().unpause();
    }

    @Override
    public void close() {
        ObjectNode exit = JsonNodeFactory.instance.objectNode().put("do", "exit");
        tell(exit);
        Outcome outcome =
                run.completeOnTimeout(null, LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        control.close();
        sdk.close();
        if (outcome == null || !outcome.isSuccess()) {
            throw new AssertionError("The puppet did not end well: " + outcome);
        }
    }

    private JsonNode next(JsonNode request) throws InterruptedException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        @Nullable ObjectNode first = commands.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            List<ObjectNode> more = new ArrayList<>();
            commands.drainTo(more);
            list.add(first).addAll(more);
        }
        return answer().set("commands", list);
    }

    private JsonNode report(JsonNode request) {
        Instant now = Instant.now();
        for (JsonNode event : request.required("events")) {
            String name = event.required("event").asText() + " "
                    + event.required("name").asText();
            awaited.computeIfAbsent(name, unknown -> new CompletableFuture<>()).complete(new Report(event, now));
        }
        return answer();
    }

    private JsonNode token(JsonNode request) {
        String user = request.required("user").asText();
        int before;
        synchronized (this) {
            before = tokensAskedFor.merge(user, 1, Integer::sum) - 1;
            notifyAll();
        }
        String token =
                tokens.getOrDefault(user, count -> Tokens.validFor(user, LIFE)).apply(before);
        return answer().put("token", token);
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
