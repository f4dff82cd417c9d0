package io.github.centrifugorpc.it.scenarios.wire;

/** A place in the plane. */
public record Point(int x, int y) {}
