package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Checks one value. */
@FunctionalInterface
interface ValueChecker {

    /**
     * Reads the value whose first token is current, up to and including its last token, and writes it where it fits.
     * Where it does not, a violation is recorded and null is written in its place, so that what stands around it can
     * still be looked at.
     *
     * @throws IOException if the input is not JSON
     */
    void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException;
}
