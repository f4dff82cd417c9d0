package io.github.centrifugorpc.it.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One JSON text for one method that hands back its params, and what each side must make of it.
 *
 * @param topic the file it stands in
 * @param method the method's wire name
 * @param clause of {@code docs/spec/types.md}, which it proves
 * @param json the params, to the letter
 * @param entry the case as it stands in the file
 * @param areTimes whether clients may write more or fewer zeros at the end of a time
 */
public record WireVector(String topic, String method, String clause, String json, JsonNode entry, boolean areTimes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\ufffe\\uffff]");
    private static final int MOST_SHOWN = 120;

    /** Every vector of the files in the folder. */
    public static List<WireVector> in(Path folder) throws IOException {
        List<WireVector> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String topic = file.getFileName().toString().replace(".json", "");
                for (JsonNode group : JSON.readTree(file.toFile())) {
                    for (JsonNode entry : group.required("cases")) {
                        vectors.add(of(topic, group, entry));
                    }
                }
            }
        }
        return vectors;
    }

    /** What clients are given: every vector, and what the server writes in the place of one if it is not among them. */
    public static List<WireVector> forClients(Path folder) throws IOException {
        List<WireVector> vectors = new ArrayList<>(in(folder));
        Set<String> known = new HashSet<>();
        vectors.forEach(vector -> known.add(vector.method + vector.json));
        in(folder).stream()
                .filter(vector -> vector.entry.has("gives") && known.add(vector.method + vector.given()))
                .forEach(vector -> vectors.add(vector.asWritten()));
        return vectors;
    }

    /** One that the server takes, and that everybody gives back as it is. */
    static WireVector kept(String topic, String method, String clause, String json) {
        return new WireVector(topic, method, clause, json, EMPTY, false);
    }

    private static WireVector of(String topic, JsonNode group, JsonNode entry) {
        return new WireVector(
                topic,
                group.required("method").asText(),
                group.required("clause").asText(),
                text(entry.required("json")),
                entry,
                group.path("as").asText().equals("times"));
    }

    /** A text, or one that is long and told in short. */
    private static String text(JsonNode json) {
        if (json.isTextual()) {
            return json.asText();
        }
        StringBuilder text = new StringBuilder(json.required("before").asText());
        for (int i = 0; i < json.required("times").intValue(); i++) {
            text.append(i == 0 ? "" : json.path("with").asText())
                    .append(json.required("repeat").asText().replace("{}", Integer.toString(i)));
        }
        return text.append(json.required("after").asText()).toString();
    }

    /** A name that no other vector has, fit for a report: short, and nothing in it that XML or a terminal would choke on. */
    public String name() {
        String text = json.length() <= MOST_SHOWN ? json : json.substring(0, MOST_SHOWN) + "… (" + json.length() + ")";
        return topic + " " + clause + ": " + method + " "
                + UNPRINTABLE
                        .matcher(text)
                        .replaceAll(found ->
                                String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }

    /** What the server must say against it, one text for each violation; none where it is accepted. */
    public List<String> refused() {
        JsonNode refused = entry.path("refused");
        if (refused.isTextual()) {
            return List.of(refused.asText());
        }
        List<String> texts = new ArrayList<>();
        refused.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** What the server gives back for it. */
    public String given() {
        return entry.has("gives") ? entry.get("gives").asText() : json;
    }

    private WireVector asWritten() {
        return new WireVector(topic + ", as written", method, clause, given(), EMPTY, areTimes);
    }

    /** What is wrong with the server's result, or an empty text. */
    public String differenceOfResult(String result) {
        return JsonText.areEqual(given(), result) ? "" : "expected " + given() + "\nbut got  " + result;
    }

    /** What the given client must make of it. */
    public ClientAnswer answerOf(String client) {
        return new ClientAnswer(this, entry.path(client));
    }

    /** The list that drivers read; an entry's place in it is its number. */
    public static String list(List<WireVector> vectors, String client) throws JsonProcessingException {
        var list = JsonNodeFactory.instance.arrayNode();
        for (WireVector vector : vectors) {
            list.addObject()
                    .put("method", vector.method)
                    .put("json", vector.json)
                    .put("compiles", vector.answerOf(client).compiles());
        }
        return JSON.writeValueAsString(list);
    }

    boolean areEqual(String one, String other) {
        return areTimes ? JsonText.areEqualTimes(one, other) : JsonText.areEqual(one, other);
    }
}
