package io.github.centrifugorpc.internal.proxy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.proxy.RawJson.NotUtf8Exception;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the requests of Centrifugo's proxies in one pass, data before meta as Centrifugo writes them, or in any order. */
public final class ProxyRequestReader {

    private final MethodTable methods;

    public ProxyRequestReader(MethodTable methods) {
        this.methods = methods;
    }

    /** A publication of a client. */
    public ProxyRequest publication(byte[] body) throws MalformedRequestException {
        return read(body, "channel");
    }

    /** An rpc of a client. */
    public ProxyRequest rpc(byte[] body) throws MalformedRequestException {
        return read(body, "method");
    }

    /** Params alone, as plain HTTP brings them; nothing at all stands for none. */
    public CheckedParams params(byte[] body, HandlerMethod method) throws MalformedRequestException {
        try (var in = methods.json().createParser(body)) {
            var checker = method.checker();
            if (in.nextToken() == null) {
                return checker.none();
            }
            var params = checker.check(in);
            requireEnd(in);
            return params;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private ProxyRequest read(byte[] body, String targetName) throws MalformedRequestException {
        try (var in = methods.json().createParser(body)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedRequestException("the body of a proxy request must be a JSON object");
            }
            return new Reading(RawJson.of(body), targetName).read(in);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static void requireEnd(JsonParser in) throws IOException, MalformedRequestException {
        if (in.nextToken() != null) {
            throw new MalformedRequestException("the body has something after its JSON value");
        }
    }

    private static MalformedRequestException malformed(IOException e) {
        if (e instanceof NotUtf8Exception notUtf8) {
            return new MalformedRequestException(String.valueOf(notUtf8.getMessage()));
        }
        if (e instanceof StreamConstraintsException) {
            return new MalformedRequestException(
                    "the JSON is nested too deep, or has a number or a name that is too long");
        }
        var location = e instanceof JsonProcessingException json ? json.getLocation() : JsonLocation.NA;
        return new MalformedRequestException("the body is not JSON"
                + (location == null || location.getByteOffset() < 0 ? "" : " (byte " + location.getByteOffset() + ")"));
    }

    /** One request on its way. */
    private final class Reading {

        private final RawJson body;
        private final String targetName;
        private final boolean isRpc;
        private final Set<String> seen = new HashSet<>();
        private String user = "";
        private String client = "";
        private @Nullable String target;
        private Map<String, Object> meta = Map.of();
        private @Nullable Envelope envelope;
        private @Nullable RawJson dataAside;
        private boolean hasBinaryData;

        Reading(RawJson body, String targetName) {
            this.body = body;
            this.targetName = targetName;
            this.isRpc = targetName.equals("method");
        }

        ProxyRequest read(JsonParser in) throws IOException, MalformedRequestException {
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                in.nextToken();
                member(name, in);
            }
            requireEnd(in);
            if (hasBinaryData) {
                throw new MalformedRequestException(
                        "the proxy sends b64data; set binary_encoding to false in Centrifugo's configuration");
            }
            if (target == null) {
                throw new MalformedRequestException("the proxy request has no " + targetName);
            }
            if (dataAside != null) {
                try (var data = dataAside.parser(methods.json())) {
                    data.nextToken();
                    envelope = data(data, dataAside, target);
                }
            }
            return new ProxyRequest(user, client, target, meta, envelope == null ? withoutData(target) : envelope);
        }

        private void member(String name, JsonParser in) throws IOException, MalformedRequestException {
            if (!seen.add(name)) {
                throw new MalformedRequestException("a member of the proxy request is given twice");
            }
            if (name.equals("user")) {
                user = text(name, in);
            } else if (name.equals("client")) {
                client = text(name, in);
            } else if (name.equals(targetName)) {
                target = text(name, in);
            } else if (name.equals("meta")) {
                meta = PlainValues.object(in);
            } else if (name.equals("b64data")) {
                hasBinaryData = true;
                in.skipChildren();
            } else if (name.equals("data")) {
                if (target == null) {
                    dataAside = body.skip(in);
                } else {
                    envelope = data(in, body, target);
                }
            } else {
                in.skipChildren();
            }
        }

        private Envelope data(JsonParser in, RawJson source, String target) throws IOException {
            boolean isObject = in.currentToken() == JsonToken.START_OBJECT;
            if (!isRpc) {
                if (!isObject) {
                    in.skipChildren();
                    return noObject();
                }
                return new EnvelopeReader(methods, source, null).read(in);
            }
            if (!isObject) {
                return raw(source.skip(in), target);
            }
            // The version comes first where our SDKs write; others need a look at the whole object.
            int start = source.startOfToken(in);
            boolean isFirst = true;
            boolean isEnvelope = false;
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                isEnvelope |= in.currentName().equals("$rpc");
                in.nextToken();
                if (isFirst && isEnvelope) {
                    return new EnvelopeReader(methods, source, target).readFrom("$rpc", in);
                }
                isFirst = false;
                in.skipChildren();
            }
            var data = source.upTo(in, start);
            return isEnvelope ? envelope(data, target) : raw(data, target);
        }

        private Envelope envelope(RawJson data, String target) throws IOException {
            try (var in = data.parser(methods.json())) {
                in.nextToken();
                return new EnvelopeReader(methods, data, target).read(in);
            }
        }

        private Envelope raw(RawJson data, String target) throws IOException {
            var method = methods.find(target);
            if (method == null) {
                return Envelope.raw(null, data);
            }
            try (var in = data.parser(methods.json())) {
                in.nextToken();
                return Envelope.raw(method.checker().check(in), data);
            }
        }

        private Envelope withoutData(String target) {
            if (!isRpc) {
                return noObject();
            }
            var method = methods.find(target);
            return Envelope.raw(method == null ? null : method.checker().none(), null);
        }

        private static Envelope noObject() {
            return Envelope.malformed("it is not a JSON object");
        }

        private String text(String name, JsonParser in) throws IOException, MalformedRequestException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw new MalformedRequestException(name + " must be a string");
            }
            return in.getText();
        }
    }
}
