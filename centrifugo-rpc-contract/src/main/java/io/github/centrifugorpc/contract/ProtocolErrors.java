package io.github.centrifugorpc.contract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The errors of the protocol itself (wire W5, W5b), and what they leave to those that methods declare. */
public final class ProtocolErrors {

    /** The lowest code that Centrifugo hands on to clients. */
    public static final int LOWEST_CODE = 400;

    /** The highest code that Centrifugo hands on to clients. */
    public static final int HIGHEST_CODE = 1999;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,127}");

    private static final Map<Integer, String> BY_CODE = Map.ofEntries(
            Map.entry(400, "bad_request"),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, "permission_denied"),
            Map.entry(404, "method_not_found"),
            Map.entry(408, "deadline_exceeded"),
            Map.entry(409, "conflict"),
            Map.entry(410, "outcome_unknown"),
            Map.entry(413, "too_large"),
            Map.entry(422, "invalid_params"),
            Map.entry(429, "overloaded"),
            Map.entry(499, "cancelled"),
            Map.entry(500, "internal"),
            Map.entry(503, "unavailable"));

    /** Those that clients give to failures that they find by themselves, beside the ones above. */
    private static final Set<String> CLIENTS_OWN = Set.of("not_sent", "invalid_result");

    private ProtocolErrors() {}

    /** Why no declared error can have this code, as a sentence goes on after "which is"; empty where it can. */
    public static Optional<String> refusalOf(int code) {
        if (code < LOWEST_CODE || code > HIGHEST_CODE) {
            return Optional.of("not from " + LOWEST_CODE + " to " + HIGHEST_CODE);
        }
        return Optional.ofNullable(BY_CODE.get(code)).map(name -> "the protocol's own code of " + name);
    }

    /** Why no declared error can have this name, as a sentence goes on after "which is"; empty where it can. */
    public static Optional<String> refusalOf(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "not made of small letters, digits and underscores, a letter first, 128 characters at most");
        }
        boolean isTaken = BY_CODE.containsValue(name) || CLIENTS_OWN.contains(name);
        return isTaken ? Optional.of("a name of the protocol's own") : Optional.empty();
    }
}
