package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;

public final class Handlers {

    public interface Money {}

    public interface Weight {}

    public interface Size {}

    public record Price(Money money, Weight weight, Size size) {}

    @WebsocketRpc("prices.take")
    public void take(Price price) {}
}
