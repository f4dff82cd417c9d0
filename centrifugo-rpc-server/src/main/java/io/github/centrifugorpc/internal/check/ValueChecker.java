package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Checks one value. */
@FunctionalInterface
interface ValueChecker {

    /**
     * Reads the value whose first token is current, up to and including its last token, and writes it where it fits.
     * Where it does not, a violation is recorded and nothing, or a part, is written: the output is of no use then.
     *
     * @throws IOException if the input is not JSON
     */
    void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException;
}
