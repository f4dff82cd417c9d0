package corpus;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.WireName;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

public final class Handlers {

    @JsonSerialize(using = ToStringSerializer.class)
    public static final class Money {}

    public interface Ratio {}

    public interface Flag {}

    /** Written as its form by a serializer of its own. */
    public static final class Point {}

    public record PointForm(int x, int y) {}

    /** A name that clients see. */
    @WireName("WorkItem")
    public record Task(String id) {}

    public record Renamed(String id) {}

    public record Order(
            Money price,
            Ratio discount,
            Flag flag,
            Point point,
            List<Point> route,
            Map<String, Money> prices,
            TimeZone zone,
            Task task,
            Renamed renamed) {}

    @WebsocketRpc("orders.echo")
    public Order echo(Order order) {
        return order;
    }

    @WebsocketRpc("orders.task")
    public Task task() {
        return null;
    }
}
