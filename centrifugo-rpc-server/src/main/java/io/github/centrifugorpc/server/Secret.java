package io.github.centrifugorpc.server;

/** A value that must not find its way into logs or error texts. */
record Secret(String value) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
