package corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public sealed interface Event permits Created, Deleted, Renamed {}

    public record Created(String type) implements Event {}

    public record Deleted(@JsonProperty("type") int number) implements Event {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    public sealed interface Change permits Renamed, Moved {}

    public record Renamed(String name) implements Event, Change {}

    @JsonTypeName("Handlers$Renamed")
    public record Moved(String place) implements Change {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
    public sealed interface Existing permits Without, Hidden {}

    public record Without(String id) implements Existing {}

    public record Hidden(String kind) implements Existing {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = NamedTwice.class, name = "listed"))
    public interface Listing {}

    @JsonTypeName("own")
    public record NamedTwice(String id) implements Listing {}

    @WebsocketRpc("listings.get")
    public Listing listing() {
        return null;
    }

    @WebsocketRpc("events.echo")
    public Event echo(Event event) {
        return event;
    }

    @WebsocketRpc("changes.echo")
    public Change change(Change change) {
        return change;
    }

    @WebsocketRpc("existing.echo")
    public Existing existing(Existing existing) {
        return existing;
    }
}
