package io.github.centrifugorpc.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.centrifugorpc.it.fault.Puppet.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call that a puppet makes, and what must be true of it whatever fails. */
final class FaultyCall {
    /** What a call may take beyond its own limit: machines that run tests are busy. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    /** With these codes the server says that it did not run the call: it has no place, or is shutting down. */
    private static final Set<Integer> TEMPORARY = Set.of(429, 503);

    private final Stage stage;
    private final FaultyClient client;
    private final String token;
    private final boolean isIdempotent;
    private final Instant end;
    private final CompletableFuture<Report> report;

    /** A call that its client is about to make. */
    FaultyCall(Stage stage, FaultyClient client, String token, boolean isIdempotent, Duration timeout) {
        this.stage = stage;
        this.client = client;
        this.token = token;
        this.isIdempotent = isIdempotent;
        this.end = Instant.now().plus(timeout).plus(GRACE);
        this.report = stage.puppet().report("ended", token);
    }

    /** By what the ledger knows it. */
    String token() {
        return token;
    }

    /** Returns once its handler has begun. */
    FaultyCall begun() throws InterruptedException {
        stage.site().ledger().awaitBegun(token);
        return this;
    }

    /** Lets its handler end. */
    void release() {
        stage.site().ledger().release(token);
    }

    /** The caller waits no longer. */
    void cancel() {
        stage.tell("cancel", command -> command.put("call", token));
    }

    /** Returns once its handler was cancelled. */
    void cancelledInHandler() throws InterruptedException {
        stage.site().ledger().awaitCancelled(token);
    }

    /** How it ended; waits for that, within its time and the grace. */
    Ending ending() throws InterruptedException {
        return ended() ? Ending.of(json()) : Ending.HUNG;
    }

    /** It ended, or will, in one of the ways given. */
    void endsAs(Ending... expected) throws InterruptedException {
        Ending ending = ending();
        if (!List.of(expected).contains(ending)) {
            throw new AssertionError(this + " ended as " + ending + ", expected " + List.of(expected)
                    + (ending == Ending.HUNG ? "" : ": " + json()));
        }
    }

    /** It was run so often, up to now. */
    void ran(int times) {
        if (executions() != times) {
            throw new AssertionError(this + " was run " + executions() + " times, expected " + times);
        }
    }

    /** All of them ended so, or will. */
    static void allEndAs(Ending expected, List<FaultyCall> calls) throws InterruptedException {
        for (FaultyCall call : calls) {
            call.endsAs(expected);
        }
    }

    /** Lets the handler of each end once it has begun. */
    static void allBegunAndReleased(List<FaultyCall> calls) throws InterruptedException {
        for (FaultyCall call : calls) {
            call.begun().release();
        }
    }

    /** How often it was run. */
    int executions() {
        return stage.site().ledger().executions(token);
    }

    /** How often it was run too often. */
    int duplicates() {
        return isIdempotent ? 0 : Math.max(executions() - 1, 0);
    }

    /** Whether a result came that was another user's. */
    boolean isLeaked() throws InterruptedException {
        return ending() == Ending.RESULT
                && !client.userId().equals(json().path("result").path("user_id").asText());
    }

    /** What is wrong with it, whatever the scenario; empty where all is well. */
    List<String> faults() throws InterruptedException {
        List<String> faults = new ArrayList<>();
        Ending ending = ending();
        int executions = executions();
        if (ending == Ending.HUNG) {
            faults.add("has not ended");
        }
        if (ending == Ending.OTHER) {
            faults.add("ended in a way that none may: " + json());
        }
        if (duplicates() > 0) {
            faults.add("was run " + executions + " times");
        }
        if (ending == Ending.NOT_SENT && executions > 0) {
            faults.add("was run although it is said not to have been sent");
        }
        if (ending == Ending.RPC) {
            int code = json().path("error").path("code").asInt();
            if (!TEMPORARY.contains(code)) {
                faults.add("failed at the server: " + json());
            } else if (executions > 0) {
                faults.add("was run although the server is said to have refused it: " + json());
            }
        }
        if (ending == Ending.RESULT) {
            if (executions == 0) {
                faults.add("has a result although it was not run");
            }
            if (isLeaked()) {
                faults.add("has another user's result: " + json());
            }
            if (!token.equals(json().path("result").path("token").asText())) {
                faults.add("has another call's result: " + json());
            }
        }
        return faults.stream().map(fault -> this + " " + fault).toList();
    }

    @Override
    public String toString() {
        return "The call " + token + " of " + client.userId();
    }

    private boolean ended() throws InterruptedException {
        long left = Duration.between(Instant.now(), end).toMillis();
        try {
            report.get(Math.max(left, 0), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private JsonNode json() {
        return report.join().json();
    }
}
