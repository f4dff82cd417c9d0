package io.github.centrifugorpc.maven.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The hand-written part of the SDKs, from this plugin's own resources. */
public final class RuntimeFiles {

    private RuntimeFiles() {}

    /**
     * The text of one runtime file.
     *
     * @param language as {@link SdkTarget#language()} says it
     * @param path relative to the language's {@code runtime} folder
     */
    public static String read(String language, String path) {
        var resource = "/centrifugo-rpc/" + language + "/runtime/" + path;
        try (var in = RuntimeFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the plugin is incomplete: it has no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plugin's own resource " + resource, e);
        }
    }
}
