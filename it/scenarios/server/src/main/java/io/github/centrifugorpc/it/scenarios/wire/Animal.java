package io.github.centrifugorpc.it.scenarios.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** A union by Jackson's annotations, with a variant for what nobody knows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Animal.Other.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Animal.Dog.class, name = "DOG"),
    @JsonSubTypes.Type(value = Animal.Other.class, name = "other")
})
public interface Animal {

    record Dog(String name, @Nullable Animal friend) implements Animal {}

    record Other(@Nullable String name) implements Animal {}
}
