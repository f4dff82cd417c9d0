package io.github.centrifugorpc.internal.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.centrifugorpc.internal.proxy.RawJson;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import io.github.centrifugorpc.internal.wire.WirePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of its contract: the params of {@value Hello#METHOD} (wire W8).
 *
 * @param contractHash null where it is left out
 * @param methods fingerprints by wire name; null where they are left out
 * @param violation what is wrong; the rest is of use only without it
 */
record HelloRequest(
        @Nullable String contractHash, @Nullable Map<String, String> methods, Optional<Violation> violation) {

    private static final String CONTRACT_HASH = "contract_hash";
    private static final String METHODS = "methods";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8}");

    static HelloRequest read(@Nullable RawJson params, JsonFactory json) {
        if (params == null) {
            return new HelloRequest(null, null, Optional.empty());
        }
        try (var in = params.parser(json)) {
            return switch (in.nextToken()) {
                case START_OBJECT -> members(in);
                case VALUE_NULL -> new HelloRequest(null, null, Optional.empty());
                default -> refused(new WirePath(), "must be an object");
            };
        } catch (IOException e) {
            throw new UncheckedIOException("It was read before.", e);
        }
    }

    private static HelloRequest members(JsonParser in) throws IOException {
        String contractHash = null;
        Map<String, String> methods = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            var path = new WirePath().name(name);
            boolean isNull = in.nextToken() == JsonToken.VALUE_NULL;
            if (!isNull && name.equals(CONTRACT_HASH)) {
                if (!isText(in, HASH)) {
                    return refused(path, "must be a string of 64 of [0-9a-f]");
                }
                contractHash = in.getText();
            } else if (!isNull && name.equals(METHODS)) {
                if (in.currentToken() != JsonToken.START_OBJECT) {
                    return refused(path, "must be an object");
                }
                methods = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    var method = in.currentName();
                    in.nextToken();
                    if (!isText(in, FINGERPRINT)) {
                        return refused(path.name(method), "must be a string of 8 of [0-9a-f]");
                    }
                    methods.put(method, in.getText());
                }
            } else {
                in.skipChildren();
            }
        }
        return new HelloRequest(contractHash, methods, Optional.empty());
    }

    private static boolean isText(JsonParser in, Pattern pattern) throws IOException {
        return in.currentToken() == JsonToken.VALUE_STRING
                && pattern.matcher(in.getText()).matches();
    }

    private static HelloRequest refused(WirePath path, String message) {
        return new HelloRequest(null, null, Optional.of(new Violation(path.toString(), message)));
    }
}
