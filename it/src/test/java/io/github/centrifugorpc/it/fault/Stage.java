package io.github.centrifugorpc.it.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Where one scenario is played on one transport: it makes clients and sees to what all their calls must fulfil. */
final class Stage {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Site site;
    private final Puppet puppet;
    private final String transport;
    private final List<FaultyClient> clients = new ArrayList<>();
    private final List<FaultyCall> calls = new ArrayList<>();

    /** A stage on which nothing has happened yet. */
    Stage(Site site, Puppet puppet, String transport) {
        this.site = site;
        this.puppet = puppet;
        this.transport = transport;
    }

    Site site() {
        return site;
    }

    Puppet puppet() {
        return puppet;
    }

    String transport() {
        return transport;
    }

    boolean isPubSub() {
        return transport.equals("pubsub");
    }

    /** The wire between the clients and Centrifugo. */
    FaultyWire wire() {
        return site.clientWire();
    }

    /** Returns when it is time: what ends by the clock is announced by nothing else. */
    void until(Instant time) {
        long left = Math.max(Duration.between(Instant.now(), time).toMillis(), 0);
        new CompletableFuture<Void>()
                .completeOnTimeout(null, left, TimeUnit.MILLISECONDS)
                .join();
    }

    /** Refuses connections of clients; returns once they have noticed, so that what they call now finds them cut off. */
    void cutOff() throws InterruptedException {
        int refused = wire().refused();
        wire().refuse();
        wire().awaitRefusedAfter(refused);
    }

    /** A connected client of a new user, which sends again what was lost. */
    FaultyClient client() {
        return newClient(newUser()).connect(true);
    }

    /** A connected client of a new user, which sends every call once. */
    FaultyClient clientWithoutResend() {
        return newClient(newUser()).connect(false);
    }

    /** A connected client of the same user as another. */
    FaultyClient tabOf(FaultyClient other) {
        return newClient(other.userId()).connect(true);
    }

    /** A user whom nobody had before. */
    String newUser() {
        return "user-" + NAMES.incrementAndGet();
    }

    /** A client that is not connected yet. */
    FaultyClient newClient(String userId) {
        FaultyClient client = new FaultyClient(this, "client-" + NAMES.incrementAndGet(), userId);
        clients.add(client);
        return client;
    }

    String newToken() {
        return "call-" + NAMES.incrementAndGet();
    }

    void add(FaultyCall call) {
        calls.add(call);
    }

    void tell(String action, Consumer<ObjectNode> members) {
        ObjectNode command = JsonNodeFactory.instance.objectNode().put("do", action);
        members.accept(command);
        puppet.tell(command);
    }

    /** Ends what still runs, and gives what became of all calls. */
    FaultRow end(String scenario) throws InterruptedException {
        site.heal();
        calls.forEach(FaultyCall::release);
        FaultRow row = FaultRow.of(scenario, transport, calls);
        clients.forEach(FaultyClient::disconnect);
        return row;
    }

    /** What is wrong with any call, whatever the scenario. */
    List<String> faults() throws InterruptedException {
        List<String> faults = new ArrayList<>();
        for (FaultyCall call : calls) {
            faults.addAll(call.faults());
        }
        return faults;
    }
}
