package io.github.centrifugorpc.it.scenarios;

import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.it.scenarios.CallHandlers.Number;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Calls that last until somebody releases them: they take places of the server, and no threads. */
public final class CapacityHandlers {

    private final List<CompletableFuture<Void>> held = new ArrayList<>();

    /** Answers its own number, once released. */
    @WebsocketRpc("capacity.hold")
    public synchronized CompletionStage<Number> hold(Number params) {
        var call = new CompletableFuture<Void>();
        held.add(call);
        notifyAll();
        return call.thenApply(released -> params);
    }

    /** Answers as soon as so many calls are held. */
    @WebsocketRpc("capacity.await_held")
    public synchronized int awaitHeld(Number params) throws InterruptedException {
        while (held.size() < params.value()) {
            wait();
        }
        return held.size();
    }

    /** Releases every call that is held, and says how many they were. */
    @WebsocketRpc("capacity.release")
    public int release() {
        List<CompletableFuture<Void>> released;
        synchronized (this) {
            released = List.copyOf(held);
            held.clear();
        }
        released.forEach(call -> call.complete(null));
        return released.size();
    }
}
