package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The type of a value on the wire, as a member, an element or a result has it. */
public sealed interface TypeRef {

    /** A JSON scalar with an exact meaning. */
    record Scalar(ScalarKind kind) implements TypeRef {}

    /** Any JSON value, null among them. */
    record Any() implements TypeRef {}

    /**
     * A type declared by the contract.
     *
     * @param arguments what stands for each of the declaration's type parameters, in their order
     */
    record Named(String name, List<TypeRef> arguments) implements TypeRef {
        public Named {
            arguments = List.copyOf(arguments);
        }

        /** A type without type parameters. */
        public Named(String name) {
            this(name, List.of());
        }
    }

    /** A type parameter of the declaration that this reference is a part of. */
    record Variable(String name) implements TypeRef {}

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
            if (inner instanceof Nullable || inner instanceof PatchOf) {
                throw new IllegalArgumentException("null twice, which JSON cannot tell apart");
            }
        }
    }

    /**
     * A change to a value: absent leaves it alone, null clears it, anything else replaces it. Only a member's whole type.
     *
     * @param inner never nullable itself
     */
    record PatchOf(TypeRef inner) implements TypeRef {
        public PatchOf {
            if (inner instanceof Nullable || inner instanceof PatchOf) {
                throw new IllegalArgumentException("null twice, which JSON cannot tell apart");
            }
        }
    }

    /** The types that this one is made of, without what those are made of. */
    default List<TypeRef> parts() {
        return accept(new Visitor<>() {
            @Override
            public List<TypeRef> scalar(ScalarKind kind) {
                return List.of();
            }

            @Override
            public List<TypeRef> any() {
                return List.of();
            }

            @Override
            public List<TypeRef> named(String name, List<TypeRef> arguments) {
                return arguments;
            }

            @Override
            public List<TypeRef> variable(String name) {
                return List.of();
            }

            @Override
            public List<TypeRef> list(TypeRef element) {
                return List.of(element);
            }

            @Override
            public List<TypeRef> set(TypeRef element) {
                return List.of(element);
            }

            @Override
            public List<TypeRef> map(TypeRef key, TypeRef value) {
                return List.of(key, value);
            }

            @Override
            public List<TypeRef> nullable(TypeRef inner) {
                return List.of(inner);
            }

            @Override
            public List<TypeRef> patch(TypeRef inner) {
                return List.of(inner);
            }
        });
    }

    /** The names of all declared types in it, from left to right. */
    default Stream<String> names() {
        var own = this instanceof Named named ? Stream.of(named.name()) : Stream.<String>empty();
        return Stream.concat(own, parts().stream().flatMap(TypeRef::names));
    }

    /** This type with other types in the place of variables; those that are not given stay. */
    default TypeRef bind(Map<String, TypeRef> variables) {
        return accept(new Visitor<>() {
            @Override
            public TypeRef scalar(ScalarKind kind) {
                return TypeRef.this;
            }

            @Override
            public TypeRef any() {
                return TypeRef.this;
            }

            @Override
            public TypeRef named(String name, List<TypeRef> arguments) {
                return new Named(
                        name,
                        arguments.stream()
                                .map(argument -> argument.bind(variables))
                                .toList());
            }

            @Override
            public TypeRef variable(String name) {
                return variables.getOrDefault(name, TypeRef.this);
            }

            @Override
            public TypeRef list(TypeRef element) {
                return new ListOf(element.bind(variables));
            }

            @Override
            public TypeRef set(TypeRef element) {
                return new SetOf(element.bind(variables));
            }

            @Override
            public TypeRef map(TypeRef key, TypeRef value) {
                return new MapOf(key.bind(variables), value.bind(variables));
            }

            @Override
            public TypeRef nullable(TypeRef inner) {
                // An argument that may be null itself adds nothing: to JSON it is the same null.
                var bound = inner.bind(variables);
                return bound instanceof Nullable ? bound : new Nullable(bound);
            }

            @Override
            public TypeRef patch(TypeRef inner) {
                return new PatchOf(inner.bind(variables));
            }
        });
    }

    /** Answers by the kind of type; a new kind does not compile until every visitor knows it. */
    default <R> R accept(Visitor<R> visitor) {
        // A switch on patterns is not final in Java 17.
        if (this instanceof Scalar scalar) {
            return visitor.scalar(scalar.kind());
        }
        if (this instanceof Any) {
            return visitor.any();
        }
        if (this instanceof Named named) {
            return visitor.named(named.name(), named.arguments());
        }
        if (this instanceof Variable variable) {
            return visitor.variable(variable.name());
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
        if (this instanceof Nullable nullable) {
            return visitor.nullable(nullable.inner());
        }
        return visitor.patch(((PatchOf) this).inner());
    }

    /**
     * One answer for each kind of type.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        R scalar(ScalarKind kind);

        R any();

        R named(String name, List<TypeRef> arguments);

        R variable(String name);

        R list(TypeRef element);

        R set(TypeRef element);

        R map(TypeRef key, TypeRef value);

        R nullable(TypeRef inner);

        R patch(TypeRef inner);
    }
}
