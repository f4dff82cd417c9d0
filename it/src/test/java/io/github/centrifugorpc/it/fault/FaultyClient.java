package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.fault.Puppet.Report;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A client in a puppet, of a user of its own unless another is named. */
final class FaultyClient {
    /** Enough for every fault that heals. */
    static final Duration PATIENT = Duration.ofSeconds(30);

    private static final int LIMIT_SECONDS = 40;
    private static final int MOST_TRIES = 5;

    private final Stage stage;
    private final String name;
    private final String userId;

    /** A client that is not connected yet. */
    FaultyClient(Stage stage, String name, String userId) {
        this.stage = stage;
        this.name = name;
        this.userId = userId;
    }

    String userId() {
        return userId;
    }

    /** Connects; returns once it says so. */
    FaultyClient connect(boolean isResending) {
        stage.tell(
                "open",
                command -> command.put("client", name)
                        .put("url", stage.site().urlInContainers())
                        .put("user", userId)
                        .put("transport", stage.transport())
                        .put("resend", isResending));
        Report report = await("opened");
        if (report.json().has("error")) {
            throw new AssertionError(userId + " could not connect: " + report.json());
        }
        return this;
    }

    /** Makes a call whose handler ends at once. */
    FaultyCall call() {
        return call("faults.run", PATIENT, false);
    }

    /** Makes a call that must end within the limit, and whose handler ends at once. */
    FaultyCall call(Duration limit) {
        return call("faults.run", limit, false);
    }

    /** Makes a call whose handler waits until it is released. */
    FaultyCall heldCall() {
        return heldCall(PATIENT);
    }

    /** Makes a call that must end within the limit, and whose handler waits until it is released. */
    FaultyCall heldCall(Duration limit) {
        return call("faults.run", limit, true);
    }

    /** Makes calls of which each is as {@link #heldCall()}. */
    List<FaultyCall> heldCalls(int count) {
        return IntStream.range(0, count).mapToObj(number -> heldCall()).toList();
    }

    /** Makes calls of which each is as {@link #call()}. */
    List<FaultyCall> calls(int count) {
        return IntStream.range(0, count).mapToObj(number -> call()).toList();
    }

    /** Makes a call of a method that may be run more than once, and whose handler waits until it is released. */
    FaultyCall heldIdempotentCall() {
        return call("faults.run_again", PATIENT, true);
    }

    /**
     * Makes calls until one has come through, so that the client is known to be connected. One that is written to a
     * connection that is gone already may end as unknown, where no server vouches for it.
     */
    void isBack() throws InterruptedException {
        Ending ending = Ending.HUNG;
        for (int tries = 0; tries < MOST_TRIES && ending != Ending.RESULT; tries++) {
            ending = call().ending();
        }
        if (ending != Ending.RESULT) {
            throw new AssertionError("No call of " + userId + " comes through: " + ending);
        }
    }

    /** Disconnects for good; returns once the puppet says so. */
    void disconnect() {
        stage.tell("close", command -> command.put("client", name));
        await("closed");
    }

    private FaultyCall call(String method, Duration limit, boolean isHeld) {
        String token = stage.newToken();
        FaultyCall call = new FaultyCall(stage, this, token, method.equals("faults.run_again"), limit);
        stage.add(call);
        if (isHeld) {
            stage.site().ledger().hold(token);
        }
        stage.tell(
                "call",
                command -> command.put("client", name)
                        .put("method", method)
                        .put("token", token)
                        .put("timeout_ms", limit.toMillis()));
        return call;
    }

    private Report await(String event) {
        return stage.puppet()
                .report(event, name)
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
