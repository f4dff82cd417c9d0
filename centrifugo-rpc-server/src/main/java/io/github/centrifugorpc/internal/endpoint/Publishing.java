package io.github.centrifugorpc.internal.endpoint;

/** The publish command of Centrifugo's API. */
final class Publishing {

    private Publishing() {}

    /** {@code {"publish":{"channel":…,"data":…}}}. */
    static ReplyJson.Part command(String channel, ReplyJson.Part data) {
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("publish");
            out.writeStringField("channel", channel);
            out.writeFieldName("data");
            data.write(out);
            out.writeEndObject();
            out.writeEndObject();
        };
    }
}
