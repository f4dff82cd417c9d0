package io.github.centrifugorpc.server;

/** Each setting with its name in code and in the environment. */
enum Setting {
    ENABLED("enabled", "CENTRIFUGO_ENABLED"),
    CENTRIFUGO_URL("centrifugoUrl", "CENTRIFUGO_URL"),
    API_URL("centrifugoApiUrl", "CENTRIFUGO_API_URL"),
    API_KEY("centrifugoApiKey", "CENTRIFUGO_API_KEY"),
    TOKEN_HMAC_SECRET("centrifugoTokenHmacSecret", "CENTRIFUGO_TOKEN_HMAC_SECRET"),
    PROXY_SECRET("proxySecret", "CENTRIFUGO_PROXY_SECRET"),
    INSECURE("insecure", "CENTRIFUGO_INSECURE"),
    WRAPPER_URL("wrapperUrl", "CENTRIFUGO_WRAPPER_URL"),
    LISTEN("listen", "CENTRIFUGO_LISTEN"),
    WRAPPER_API_KEY("wrapperApiKey", "CENTRIFUGO_WRAPPER_API_KEY"),
    ACK_TIMEOUT("ackTimeout", "CENTRIFUGO_ACK_TIMEOUT"),
    LOG_LEVEL("logLevel", "CENTRIFUGO_LOG_LEVEL"),
    LOG_ALL_CALLS("logAllCalls", "CENTRIFUGO_LOG_ALL_CALLS"),
    LOG_ONLY_WITH_ACK("logOnlyWithAck", "CENTRIFUGO_LOG_ONLY_WITH_ACK");

    private final String property;
    private final String variable;

    Setting(String property, String variable) {
        this.property = property;
        this.variable = variable;
    }

    String variable() {
        return variable;
    }

    /** The variable that names a file with the value. */
    String fileVariable() {
        return variable + "_FILE";
    }

    /** As a message names it, whichever way the value came. */
    String inBoth() {
        return property + " (" + variable + ")";
    }
}
