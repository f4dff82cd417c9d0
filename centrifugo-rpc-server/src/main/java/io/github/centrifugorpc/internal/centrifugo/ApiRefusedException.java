package io.github.centrifugorpc.internal.centrifugo;

import java.io.IOException;

/** Centrifugo refuses our requests, and will until somebody changes a setting. */
final class ApiRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    ApiRefusedException(int status, String path) {
        super(
                "Centrifugo's API answered " + path + " with status " + status + ". Fix: "
                        + (status == 401
                                ? "give centrifugoApiKey (CENTRIFUGO_API_KEY) the value of http_api.key in Centrifugo's configuration."
                                : "check centrifugoApiUrl (CENTRIFUGO_API_URL), which ends in http_api.handler_prefix, by default /api."));
    }
}
