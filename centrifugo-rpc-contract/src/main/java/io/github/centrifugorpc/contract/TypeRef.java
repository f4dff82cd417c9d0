package io.github.centrifugorpc.contract;

/** The type of a value on the wire, as a member, an element or a result has it. */
public sealed interface TypeRef {

    /** A JSON scalar with an exact meaning. */
    record Scalar(ScalarKind kind) implements TypeRef {}

    /** A type declared by the contract. */
    record Named(String name) implements TypeRef {}

    /** An array in the order of its elements. */
    record ListOf(TypeRef element) implements TypeRef {}

    /** An array without duplicates; its order means nothing. */
    record SetOf(TypeRef element) implements TypeRef {}

    /**
     * An object whose keys are data.
     *
     * @param key a scalar that travels as text, or an enum
     */
    record MapOf(TypeRef key, TypeRef value) implements TypeRef {}

    /**
     * A value or null.
     *
     * @param inner never nullable itself
     */
    record Nullable(TypeRef inner) implements TypeRef {
        public Nullable {
            if (inner instanceof Nullable) {
                throw new IllegalArgumentException("a nullable type inside a nullable type");
            }
        }
    }

    /** Answers by the kind of type; a new kind does not compile until every visitor knows it. */
    default <R> R accept(Visitor<R> visitor) {
        // A switch on patterns is not final in Java 17.
        if (this instanceof Scalar scalar) {
            return visitor.scalar(scalar.kind());
        }
        if (this instanceof Named named) {
            return visitor.named(named.name());
        }
        if (this instanceof ListOf list) {
            return visitor.list(list.element());
        }
        if (this instanceof SetOf set) {
            return visitor.set(set.element());
        }
        if (this instanceof MapOf map) {
            return visitor.map(map.key(), map.value());
        }
        return visitor.nullable(((Nullable) this).inner());
    }

    /**
     * One answer for each kind of type.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        R scalar(ScalarKind kind);

        R named(String name);

        R list(TypeRef element);

        R set(TypeRef element);

        R map(TypeRef key, TypeRef value);

        R nullable(TypeRef inner);
    }
}
