package corpus;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public sealed interface Shape permits Circle, Open, Loose, Kind, Ring, Box {}

    public record Circle(int radius) implements Shape {}

    public abstract static non-sealed class Open implements Shape {
        public int size;
    }

    public static non-sealed class Loose implements Shape {
        public int size;
    }

    public enum Kind implements Shape {
        ROUND
    }

    public static sealed class Ring implements Shape permits Knot {
        public int size;
    }

    public static final class Knot extends Ring {}

    public record Box<T>(T content) implements Shape {}

    public sealed interface Result<T> permits Ok {}

    public record Ok<T>(T value) implements Result<T> {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(String.class))
    public interface Foreign {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(Dog.class))
    public static class Animal {
        public String name;
    }

    public static class Dog extends Animal {}

    public record All(Shape shape, Result<String> result, Foreign foreign, Animal animal) {}

    @WebsocketRpc("shapes.take")
    public void take(All all) {}
}
