package io.github.centrifugorpc.maven.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The list of files that are ours, with digests of what was written.
 *
 * @param sets by name; in each the digests by path relative to the manifest's folder
 */
record Manifest(NavigableMap<String, NavigableMap<String, String>> sets) {

    static final String FILE = ".centrifugo-rpc.json";

    static final Manifest EMPTY = new Manifest(new TreeMap<>());

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads a manifest back. */
    static Manifest read(String json) throws UnreadableException {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.path("format").asInt() != FORMAT) {
                throw new UnreadableException("its format is " + root.path("format") + ", and this plugin knows 1.");
            }
            NavigableMap<String, NavigableMap<String, String>> sets = new TreeMap<>();
            root.path("files").properties().forEach(set -> {
                NavigableMap<String, String> files = new TreeMap<>();
                set.getValue()
                        .properties()
                        .forEach(
                                file -> files.put(file.getKey(), file.getValue().asText()));
                sets.put(set.getKey(), files);
            });
            return new Manifest(sets);
        } catch (JsonProcessingException e) {
            throw new UnreadableException("it is not JSON.");
        }
    }

    /** The same text for the same files. */
    String write() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        ObjectNode all = root.putObject("files");
        sets.forEach((name, files) -> {
            ObjectNode set = all.putObject(name);
            files.forEach(set::put);
        });
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    /** The digests of one set by path. */
    Map<String, String> files(String set) {
        return sets.getOrDefault(set, new TreeMap<>());
    }

    /** A manifest that cannot be understood. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String reason) {
            super(reason);
        }
    }
}
