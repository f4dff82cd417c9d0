package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Words(
            String self,
            String type,
            String func,
            String range,
            String from,
            String None,
            String lambda,
            String await,
            String model_config,
            String json,
            String copy,
            String schema,
            String function,
            String constructor,
            String delete,
            String list,
            String str,
            String error,
            String map,
            long l) {}

    public record Client(String id) {}

    public record Map(String id) {}

    public record RpcError(String id) {}

    public record Promise(String id) {}

    public record Option(String id) {}

    public enum Names {
        None,
        CLASS,
        Type,
        I,
        O
    }

    public record Types(Client client, Map map, RpcError rpcError, Promise promise, Option option, Names names) {}

    @WebsocketRpc("connect")
    public Words connect(Words words) {
        return words;
    }

    @WebsocketRpc("call")
    public Types call(Types types) {
        return types;
    }

    @WebsocketRpc("import")
    public void imported() {}

    @WebsocketRpc("delete")
    public void delete() {}

    @WebsocketRpc("then")
    public void then() {}

    @WebsocketRpc("close")
    public void close() {}
}
