package io.github.centrifugorpc.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where to listen: as written, or derived from the address that others use. */
final class ListenAddress {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]\\s/]+):(\\d{1,5})");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int GREATEST_PORT = 65_535;

    private ListenAddress() {}

    /** Empty where the text is not {@code host:port}. */
    static Optional<InetSocketAddress> parse(String text) {
        var matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > GREATEST_PORT) {
            return Optional.empty();
        }
        return Optional.of(address(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }

    /** The loopback if others reach this process there, every interface otherwise. */
    static InetSocketAddress of(URI wrapperUrl) {
        int port = wrapperUrl.getPort();
        if (port < 0) {
            port = "https".equalsIgnoreCase(wrapperUrl.getScheme()) ? 443 : 80;
        }
        var host = wrapperUrl.getHost();
        return address(LOOPBACK.matcher(host).matches() ? host : "0.0.0.0", port);
    }

    private static InetSocketAddress address(String host, int port) {
        return InetSocketAddress.createUnresolved(host.replaceAll("[\\[\\]]", ""), port);
    }
}
