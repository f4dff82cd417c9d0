package io.github.centrifugorpc.internal.centrifugo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.centrifugorpc.internal.http.HttpOrigin;
import io.github.centrifugorpc.internal.wire.Shorten;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The commands of Centrifugo's HTTP API. Whatever it says inside a 200 is looked at. */
public final class CentrifugoApi {

    private static final byte[] PARALLEL = "{\"parallel\":true,\"commands\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IN_ORDER = "{\"commands\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);

    private final HttpOrigin origin;
    private final String batchPath;
    private final Map<String, String> headers;
    private final JsonFactory json;

    /**
     * An API.
     *
     * @param path the prefix of the API, for example {@code /api}
     */
    public CentrifugoApi(HttpOrigin origin, String path, String apiKey, JsonFactory json) {
        this.origin = origin;
        this.batchPath = path + "/batch";
        this.headers = Map.of("X-API-Key", apiKey);
        this.json = json;
    }

    /**
     * Publishes all of a batch.
     *
     * @param isParallel lets Centrifugo change the order, in a channel as well
     * @return one outcome for each; with an {@link ApiRefusedException} where Centrifugo refused the request as a
     *     whole, and another {@link IOException} where it could not be reached
     */
    CompletionStage<List<PublishOutcome>> publish(List<Publication> batch, boolean isParallel, Duration timeout) {
        return origin.post(
                        batchPath,
                        headers,
                        out -> {
                            out.write(isParallel ? PARALLEL : IN_ORDER);
                            for (int i = 0; i < batch.size(); i++) {
                                if (i > 0) {
                                    out.write(',');
                                }
                                out.write(batch.get(i).command());
                            }
                            out.write(END);
                        },
                        timeout)
                .thenApply(reply -> {
                    try {
                        return outcomes(reply, batch.size());
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                });
    }

    private List<PublishOutcome> outcomes(HttpOrigin.Reply reply, int expected) throws IOException {
        if (reply.status() >= 500 || reply.status() == 408 || reply.status() == 429) {
            throw new IOException("Centrifugo's API answered with status " + reply.status());
        }
        if (reply.status() != 200) {
            throw new ApiRefusedException(reply.status(), batchPath);
        }
        var outcomes = new ArrayList<PublishOutcome>(expected);
        try (var in = json.createParser(reply.body())) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean isReplies = in.currentName().equals("replies");
                if (in.nextToken() == JsonToken.START_ARRAY && isReplies) {
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        outcomes.add(outcome(in));
                    }
                } else {
                    in.skipChildren();
                }
            }
        }
        if (outcomes.size() != expected) {
            throw new IOException("Centrifugo's API answered " + outcomes.size() + " of " + expected + " commands: "
                    + Shorten.text(new String(reply.body(), StandardCharsets.UTF_8)));
        }
        return outcomes;
    }

    private static PublishOutcome outcome(JsonParser in) throws IOException {
        PublishOutcome outcome = new PublishOutcome.Published(0, "");
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.currentName();
            in.nextToken();
            if (name.equals("error")) {
                outcome = refused(in);
            } else if (name.equals("publish")) {
                outcome = published(in);
            } else {
                in.skipChildren();
            }
        }
        return outcome;
    }

    private static PublishOutcome refused(JsonParser in) throws IOException {
        int code = 0;
        var message = "";
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.currentName();
            in.nextToken();
            if (name.equals("code")) {
                code = in.getValueAsInt();
            } else if (name.equals("message")) {
                message = Shorten.text(in.getValueAsString(""));
            } else {
                in.skipChildren();
            }
        }
        return new PublishOutcome.Refused(code, message);
    }

    private static PublishOutcome published(JsonParser in) throws IOException {
        long offset = 0;
        var epoch = "";
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.currentName();
            in.nextToken();
            if (name.equals("offset")) {
                offset = in.getValueAsLong();
            } else if (name.equals("epoch")) {
                epoch = in.getValueAsString("");
            } else {
                in.skipChildren();
            }
        }
        return new PublishOutcome.Published(offset, epoch);
    }
}
