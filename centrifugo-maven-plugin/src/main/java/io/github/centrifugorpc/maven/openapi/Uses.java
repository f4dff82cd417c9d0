package io.github.centrifugorpc.maven.openapi;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.Set;

/** Who writes a type: callers those of params and whatever these hold, the server those of results. */
final class Uses {

    private final Set<TypeRef.Named> inParams;
    private final Set<TypeRef.Named> inResults;

    Uses(Contract contract) {
        var reached = new Reached(contract);
        inParams = reached.from(contract.methods().stream().flatMap(method -> method.params().stream()));
        inResults = reached.from(contract.methods().stream().flatMap(method -> method.result().stream()));
    }

    boolean isWrittenByCallers(TypeRef.Named type) {
        return inParams.contains(type);
    }

    boolean isWrittenByTheServer(TypeRef.Named type) {
        return inResults.contains(type);
    }
}
