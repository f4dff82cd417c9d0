package corpus;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;

public final class Handlers {

    /** Names by the list, by the type, and by the class. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Dog.class, name = "dog"),
        @JsonSubTypes.Type(Cat.class),
        @JsonSubTypes.Type(Bird.class)
    })
    public interface Animal {
        String name();
    }

    public record Dog(String name, boolean barks) implements Animal {}

    @JsonTypeName("cat")
    public record Cat(String name) implements Animal {}

    /** Below it there are more. */
    @JsonSubTypes(@JsonSubTypes.Type(value = Parrot.class, name = "parrot"))
    public interface Bird extends Animal {}

    public record Parrot(String name, List<String> words) implements Bird {}

    /** The default name of the member, and a variant for all that is not known. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, defaultImpl = Other.class)
    public abstract static sealed class Message permits Text, Other {
        public String id;
    }

    public static final class Text extends Message {
        public String text;
    }

    public static final class Other extends Message {}

    /** The member that tells them apart is a member of theirs. */
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "shape",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    public sealed interface Figure permits Circle, Square {}

    public record Circle(String shape, double radius) implements Figure {}

    public record Square(String shape, double side) implements Figure {}

    /** It belongs to no union, and has a tag all the same. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonTypeName("note")
    public record Note(String text) {}

    @WebsocketRpc("animals.echo")
    public Animal animal(Animal animal) {
        return animal;
    }

    @WebsocketRpc("animals.bird")
    public Bird bird() {
        return null;
    }

    @WebsocketRpc("animals.dog")
    public Dog dog() {
        return null;
    }

    @WebsocketRpc("messages.echo")
    public Message message(Message message) {
        return message;
    }

    @WebsocketRpc("figures.echo")
    public Figure figure(Figure figure) {
        return figure;
    }

    @WebsocketRpc("notes.echo")
    public Note note(Note note) {
        return note;
    }
}
