package io.github.centrifugorpc.it.scenarios.wire;

/** A union without annotations: the variants are its records. */
public sealed interface Shape {

    record Circle(double radius) implements Shape {}

    record RoundedSquare(int side, Point at) implements Shape {}

    record NoShape() implements Shape {}
}
