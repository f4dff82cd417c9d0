package io.github.centrifugorpc.it.raw;

import io.github.centrifugorpc.it.container.CentrifugoContainer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Calls of a server by the requests that Centrifugo's RPC proxy makes, without a Centrifugo. */
public final class ProxyCalls {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String BEFORE_ID = "{\"result\":{\"data\":{\"correlation_id\":\"";
    private static final String BEFORE_RESULT = "\",\"result\":";
    private static final String AFTER_RESULT = "}}}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    /** Calls the server that listens on this port of this host. */
    public ProxyCalls(int port) {
        address = URI.create("http://localhost:" + port + "/centrifugo/rpc");
    }

    /**
     * What the server answered, to the letter.
     *
     * @param params JSON, to the letter
     */
    public String answer(String method, String params) throws IOException, InterruptedException {
        String body = "{\"client\":\"c\",\"user\":\"ada\",\"method\":\"" + method
                + "\",\"data\":{\"$rpc\":1,\"correlation_id\":\"" + UUID.randomUUID() + "\",\"params\":" + params
                + "}}";
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("X-Centrifugo-Proxy-Secret", CentrifugoContainer.PROXY_SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The result in an answer: the text itself, because a tree of nodes forgets the sign of a zero. */
    public static String result(String answer) {
        int start = answer.indexOf(BEFORE_RESULT);
        if (!answer.startsWith(BEFORE_ID) || start < 0 || !answer.endsWith(AFTER_RESULT)) {
            throw new AssertionError("the server gave no result: " + answer);
        }
        return answer.substring(start + BEFORE_RESULT.length(), answer.length() - AFTER_RESULT.length());
    }
}
