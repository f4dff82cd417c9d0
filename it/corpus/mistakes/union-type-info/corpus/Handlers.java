package corpus;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;

public final class Handlers {

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public sealed interface ByClass permits ByClassA {}

    public record ByClassA(String id) implements ByClass {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    public sealed interface ByMinimalClass permits ByMinimalClassA {}

    public record ByMinimalClassA(String id) implements ByMinimalClass {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    public sealed interface Deduced permits DeducedA {}

    public record DeducedA(String id) implements Deduced {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM)
    public sealed interface Custom permits CustomA {}

    public record CustomA(String id) implements Custom {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    public sealed interface Wrapped permits WrappedA {}

    public record WrappedA(String id) implements Wrapped {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
    public sealed interface InArray permits InArrayA {}

    public record InArrayA(String id) implements InArray {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY)
    public sealed interface External permits ExternalA {}

    public record ExternalA(String id) implements External {}

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            defaultImpl = Void.class,
            writeTypeIdForDefaultImpl = OptBoolean.FALSE)
    public sealed interface Defaulted permits DefaultedA {}

    public record DefaultedA(String id) implements Defaulted {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = NamedTwiceA.class, names = {"a", "b"}))
    public interface NamedTwice {}

    public record NamedTwiceA(String id) implements NamedTwice {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    public interface Unlisted {}

    public record OnMember(
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(NamedTwiceA.class))
                    NamedTwiceA member) {}

    public record All(
            ByClass byClass,
            ByMinimalClass byMinimalClass,
            Deduced deduced,
            Custom custom,
            Wrapped wrapped,
            InArray inArray,
            External external,
            List<Defaulted> defaulted,
            NamedTwice namedTwice,
            Unlisted unlisted,
            OnMember onMember) {}

    @WebsocketRpc("unions.take")
    public void take(All all) {}
}
