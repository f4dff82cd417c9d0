package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.timer.Timer.Pending;
import java.time.Duration;

/** A request that waits for the reply of a call, with its own port and its own patience. */
final class Waiter {

    private final CallRequest request;
    private final Duration timeLimit;
    private final boolean hasOwnPlace;
    private boolean isAnswered;
    private Pending deadlineTask = () -> {};

    private Waiter(CallRequest request, Duration timeLimit, boolean hasOwnPlace) {
        this.request = request;
        this.timeLimit = timeLimit;
        this.hasOwnPlace = hasOwnPlace;
    }

    /** The request that brought the call; its place in the queue is the call's. */
    static Waiter first(CallRequest request) {
        return new Waiter(request, request.timeLimit(), false);
    }

    /** A request that joins a call, with a place beside it. */
    static Waiter joining(CallRequest request, Duration timeLimit) {
        return new Waiter(request, timeLimit, true);
    }

    boolean hasOwnPlace() {
        return hasOwnPlace;
    }

    Duration timeLimit() {
        return timeLimit;
    }

    CallRequest request() {
        return request;
    }

    /** Remembers how to drop the timer, or drops it at once where the request has already been answered. */
    void endsBy(Pending task) {
        synchronized (this) {
            if (!isAnswered) {
                deadlineTask = task;
                return;
            }
        }
        task.drop();
    }

    /** Sends the reply, unless one was sent before; answers whether it did. */
    boolean answer(Reply reply) {
        Pending task;
        synchronized (this) {
            if (isAnswered) {
                return false;
            }
            isAnswered = true;
            task = deadlineTask;
        }
        task.drop();
        request.replies().send(reply);
        return true;
    }
}
