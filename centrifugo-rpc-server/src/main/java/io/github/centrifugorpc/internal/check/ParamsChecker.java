package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Checks the params of one method. Immutable once compiled, and safe for use by many threads. */
public final class ParamsChecker {

    private final ValueChecker root;
    private final CheckedParams none;

    ParamsChecker(JsonFactory json, ValueChecker root) {
        this.root = root;
        try (var in = json.createParser("{}")) {
            in.nextToken();
            this.none = check(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a check gave.
     *
     * @param tokens the params, complete with defaults; of use only without violations
     */
    public record CheckedParams(TokenBuffer tokens, List<Violation> violations) {}

    /**
     * Checks the value whose first token is current and reads it to its end. Null stands for an empty object.
     *
     * @throws IOException if the input is not JSON
     */
    public CheckedParams check(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return none;
        }
        var violations = new Violations();
        var tokens = new TokenBuffer(null, false);
        root.check(in, tokens, violations);
        return new CheckedParams(tokens, violations.list());
    }

    /** The result for a call without params. */
    public CheckedParams none() {
        return none;
    }
}
