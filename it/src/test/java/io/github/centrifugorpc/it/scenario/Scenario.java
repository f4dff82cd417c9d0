package io.github.centrifugorpc.it.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.centrifugorpc.it.container.ItFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One entry of {@code it/scenarios}: what is called or done, and what must come of it. */
public record Scenario(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every scenario of the SDKs that runs on the given transport: calls first, then behaviours. */
    public static List<Scenario> forTransport(String transport) throws IOException {
        return Stream.concat(in("calls.json").stream(), in("behaviours.json").stream())
                .filter(scenario -> scenario.json.path("only").asText(transport).equals(transport))
                .toList();
    }

    /** The scenarios of one file of {@code it/scenarios}. */
    public static List<Scenario> in(String file) throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        JSON.readTree(ItFolder.resolve("scenarios/" + file).toFile())
                .forEach(entry -> scenarios.add(new Scenario(entry)));
        return scenarios;
    }

    /** The scenarios as the list that drivers read. */
    public static String list(List<Scenario> scenarios) {
        ArrayNode list = JSON.createArrayNode();
        scenarios.forEach(scenario -> list.add(scenario.json));
        return list.toPrettyString();
    }

    /** Its name, which drivers know behaviours by. */
    public String name() {
        return json.required("name").asText();
    }

    /** Whether it also runs on the layout that is not the default. */
    public boolean isSmoke() {
        return json.path("smoke").asBoolean();
    }

    /** What is wrong with the driver's answer, or an empty text. */
    public String difference(JsonNode answer) {
        if (json.has("error")) {
            return answer.has("error")
                    ? Comparison.ofMembers(json.get("error"), answer.get("error"), "$.error")
                    : "expected an error " + json.get("error") + ", got " + answer;
        }
        return answer.has("result")
                ? Comparison.of(json.required("result"), answer.get("result"), "$.result")
                : "expected a result, got " + answer;
    }
}
