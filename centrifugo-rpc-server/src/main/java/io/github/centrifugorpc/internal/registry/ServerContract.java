package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import java.util.Map;

/** What all contracts on the class path say together. */
public record ServerContract(
        Layout layout,
        Naming naming,
        Longs longs,
        Map<String, RpcMethod> methods,
        Map<String, TypeDeclaration> types,
        Map<String, ErrorType> errors) {

    /** Nothing said: what a server without handlers works with. */
    static final ServerContract EMPTY =
            new ServerContract(Layout.PLAIN, Naming.SNAKE_CASE, Longs.NUMBER, Map.of(), Map.of(), Map.of());
}
