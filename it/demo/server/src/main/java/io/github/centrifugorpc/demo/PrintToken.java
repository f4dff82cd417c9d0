package io.github.centrifugorpc.demo;

import io.github.centrifugorpc.server.CentrifugoConfig;
import io.github.centrifugorpc.server.TokenIssuer;
import java.time.Duration;

/** Prints a token for the user named on the command line; a server of yours hands it to a user who has logged in. */
public final class PrintToken {

    private PrintToken() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("PrintToken takes one argument, the user's id. Fix: PrintToken user-123");
            System.exit(2);
        }
        // region token
        TokenIssuer tokens = TokenIssuer.of(CentrifugoConfig.fromEnvironment());
        String token = tokens.issue(args[0], Duration.ofHours(1));
        // endregion
        System.out.println(token);
    }
}
