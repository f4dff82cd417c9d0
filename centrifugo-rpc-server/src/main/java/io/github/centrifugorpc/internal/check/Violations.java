package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.internal.wire.Shorten;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import io.github.centrifugorpc.internal.wire.WirePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one message so far, and where the reader stands. */
final class Violations {

    private static final int MOST_LISTED = 100;

    /** More than twice as many as the largest message has; each costs some 50 ns. */
    private static final int MOST_TOKENS_ASIDE = 1_500_000;

    /** Names and indexes from the root to the current value; turned into text only when something is wrong. */
    private final ArrayList<Object> steps = new ArrayList<>();

    private final List<Violation> found = new ArrayList<>();
    private int surplus;
    private int tokensAside;

    void enter(String name) {
        steps.add(name);
    }

    void enter(int index) {
        steps.add(index);
    }

    void leave() {
        steps.remove(steps.size() - 1);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Violation> list() {
        if (surplus > 0) {
            var all = new ArrayList<>(found);
            all.add(new Violation("$", "has " + surplus + " more violations that are not listed"));
            return all;
        }
        return List.copyOf(found);
    }

    /** Records that the current value is not what it must be, skips it, and writes null instead. */
    void expected(String what, JsonParser in, TokenBuffer out) throws IOException {
        add("must be " + what + ", but was " + describe(in));
        in.skipChildren();
        out.writeNull();
    }

    /**
     * Copies the current value for later; false where too much of the message has been copied, over and over by objects
     * within objects.
     */
    boolean putAside(JsonParser in, TokenBuffer aside) throws IOException {
        int depth = 0;
        do {
            if (++tokensAside > MOST_TOKENS_ASIDE) {
                // Back to where the caller's object goes on.
                for (depth += step(in.currentToken()); depth > 0; depth += step(in.nextToken())) {}
                return false;
            }
            aside.copyCurrentEvent(in);
            depth += step(in.currentToken());
        } while (depth > 0 && in.nextToken() != null);
        return true;
    }

    /** Into a structure, out of one, or neither. */
    private static int step(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    void add(String message) {
        if (found.size() < MOST_LISTED) {
            found.add(new Violation(path(), message));
        } else {
            surplus++;
        }
    }

    private String path() {
        var path = new WirePath();
        for (var step : steps) {
            if (step instanceof Integer index) {
                path.index(index);
            } else {
                path.name((String) step);
            }
        }
        return path.toString();
    }

    static String describe(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> '"' + Shorten.text(in.getText()) + '"';
            default -> Shorten.text(in.getText());
        };
    }
}
