package io.github.centrifugorpc.it.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/**
 * Hands to a container what this machine needs to reach package registries: its certificate authorities when
 * {@code SSL_CERT_FILE} names them, as in many companies, and the settings of proxies and registries.
 */
final class HostSettings {
    private static final String AUTHORITIES = "/usr/local/share/host-certificates.crt";

    /** How pip, Node, Go, curl and Python's HTTP clients are told which authorities to trust. */
    private static final List<String> NAMES_OF_AUTHORITIES =
            List.of("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

    private static final List<String> PASSED_ON = List.of(
            "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "PIP_INDEX_URL", "NPM_CONFIG_REGISTRY", "GOPROXY", "GONOSUMDB");

    private HostSettings() {}

    static void applyTo(GenericContainer<?> container) {
        String authorities = System.getenv("SSL_CERT_FILE");
        if (authorities != null && Files.isReadable(Path.of(authorities))) {
            container.withCopyFileToContainer(MountableFile.forHostPath(authorities, 0644), AUTHORITIES);
            NAMES_OF_AUTHORITIES.forEach(name -> container.withEnv(name, AUTHORITIES));
        }
        for (String name : PASSED_ON) {
            String value = System.getenv(name);
            if (value != null) {
                container.withEnv(name, value);
            }
        }
    }
}
