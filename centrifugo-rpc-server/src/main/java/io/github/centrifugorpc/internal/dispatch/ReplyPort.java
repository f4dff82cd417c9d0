package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.once.Reply;

/** Where the reply to one request goes. */
@FunctionalInterface
public interface ReplyPort {

    /** Sends the reply; what becomes of it on its way is the port's business. */
    void send(Reply reply);

    /** For requests that nobody waits for. */
    ReplyPort NOBODY = reply -> {};
}
