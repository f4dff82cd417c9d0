package io.github.centrifugorpc.internal.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.centrifugorpc.internal.wire.Shorten;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;

/** What a service wants published. */
final class PublishOrder {

    private static final int MOST_CHANNEL_BYTES = 255;

    private final String channel;
    private final boolean hasCorrelationId;
    private final byte[] command;

    private PublishOrder(String channel, boolean hasCorrelationId, byte[] command) {
        this.channel = channel;
        this.hasCorrelationId = hasCorrelationId;
        this.command = command;
    }

    String channel() {
        return channel;
    }

    /** Whether the data would pass for a reply. */
    boolean hasCorrelationId() {
        return hasCorrelationId;
    }

    /** As Centrifugo's batch takes it. */
    byte[] command() {
        return command;
    }

    /** A body that is no order; the message says why. */
    static final class MalformedOrderException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        MalformedOrderException(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }

    /** Reads {@code {"channel":…,"data":…}}. */
    static PublishOrder read(byte[] body, JsonFactory json) throws MalformedOrderException {
        try (var in = json.createParser(body)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedOrderException("The body must be a JSON object with channel and data.");
            }
            var reading = new Reading(json);
            reading.read(in);
            if (in.nextToken() != null) {
                throw new MalformedOrderException("The body has something after its JSON object.");
            }
            return reading.finish();
        } catch (IOException e) {
            throw new MalformedOrderException("The body is not JSON, or nested too deep.");
        }
    }

    private static final class Reading {

        private final JsonFactory json;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private final HashSet<String> seen = new HashSet<>();
        private String channel = "";
        private boolean hasCorrelationId;

        Reading(JsonFactory json) {
            this.json = json;
        }

        void read(JsonParser in) throws IOException, MalformedOrderException {
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                if (!seen.add(name)) {
                    throw new MalformedOrderException("\"" + Shorten.text(name) + "\" is given twice.");
                }
                in.nextToken();
                if (name.equals("channel") && in.currentToken() == JsonToken.VALUE_STRING) {
                    channel = in.getText();
                } else if (name.equals("data")) {
                    copyData(in);
                } else if (name.equals("channel")) {
                    throw new MalformedOrderException("\"channel\" must be a string.");
                } else {
                    throw new MalformedOrderException("\"" + Shorten.text(name)
                            + "\" is not known here; a publication has \"channel\" and \"data\".");
                }
            }
        }

        PublishOrder finish() throws IOException, MalformedOrderException {
            boolean isChannel = !channel.isEmpty()
                    && channel.length() <= MOST_CHANNEL_BYTES
                    && channel.chars().allMatch(c -> c > ' ' && c < 127);
            if (!isChannel) {
                throw new MalformedOrderException(
                        "\"channel\" must be 1 to " + MOST_CHANNEL_BYTES + " visible ASCII characters.");
            }
            if (!seen.contains("data")) {
                throw new MalformedOrderException("\"data\" is missing.");
            }
            var command = new ByteArrayOutputStream(data.size() + channel.length() + 64);
            try (var out = json.createGenerator(command)) {
                // As it came: numbers that no Java type holds included.
                var asItCame = data.toString(StandardCharsets.UTF_8);
                Publishing.command(channel, generator -> generator.writeRawValue(asItCame))
                        .write(out);
            }
            return new PublishOrder(channel, hasCorrelationId, command.toByteArray());
        }

        private void copyData(JsonParser in) throws IOException {
            try (var out = json.createGenerator(data)) {
                if (in.currentToken() != JsonToken.START_OBJECT) {
                    out.copyCurrentStructureExact(in);
                    return;
                }
                out.writeStartObject();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    hasCorrelationId |= in.currentName().equals("correlation_id");
                    out.copyCurrentStructureExact(in);
                }
                out.writeEndObject();
            }
        }
    }
}
