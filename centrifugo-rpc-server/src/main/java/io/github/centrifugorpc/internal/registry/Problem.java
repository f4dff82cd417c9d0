package io.github.centrifugorpc.internal.registry;

/**
 * Something that keeps the server from starting.
 *
 * @param id for searching: CRPC-5xx
 * @param message what is wrong and where
 * @param fix what to do
 */
public record Problem(String id, String message, String fix) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "[" + id + "] " + message + "\n  Fix: " + fix;
    }
}
