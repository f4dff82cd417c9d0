package io.github.centrifugorpc.internal.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.Fingerprints;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the server says of its contract, beside a client's (wire W8). */
final class Hello {

    static final String METHOD = "system.hello";

    /** The version of the protocol itself. */
    private static final int API = 1;

    private static final List<String> FEATURES = List.of("once", "cancel");

    private final Fingerprints fingerprints;
    private final String serverVersion;

    Hello(Fingerprints fingerprints, String serverVersion) {
        this.fingerprints = fingerprints;
        this.serverVersion = serverVersion;
    }

    void write(HelloRequest request, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("api", API);
        out.writeNumberField("contract_version", ContractJson.FORMAT);
        out.writeStringField("contract_hash", fingerprints.contractHash());
        out.writeBooleanField("same", fingerprints.contractHash().equals(request.contractHash()));
        out.writeStringField("server_version", serverVersion);
        names("features", FEATURES, out);
        if (request.methods() != null) {
            compare(request.methods(), out);
        }
        out.writeEndObject();
    }

    private void compare(Map<String, String> theirs, JsonGenerator out) throws IOException {
        var ours = fingerprints.methods();
        names(
                "missing",
                theirs.keySet().stream().filter(name -> !ours.containsKey(name)).toList(),
                out);
        var different = theirs.entrySet().stream()
                .filter(method -> ours.containsKey(method.getKey()))
                .filter(method -> !method.getValue().equals(ours.get(method.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        names("different", different, out);
    }

    private static void names(String member, Collection<String> names, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(member);
        for (var name : names) {
            out.writeString(name);
        }
        out.writeEndArray();
    }
}
