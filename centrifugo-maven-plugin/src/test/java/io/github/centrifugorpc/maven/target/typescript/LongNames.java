package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import java.util.ArrayList;
import java.util.List;

/** A contract whose lines come out just below and just above the width at which prettier breaks them. */
final class LongNames {

    private static final List<String> SHAPES = List.of("""
            {"type": "T"}""", """
            {"nullable": {"type": "T"}}""", """
            {"list": {"nullable": {"type": "T"}}}""", """
            {"nullable": {"list": {"type": "T"}}}""", """
            {"map": {"key": {"type": "E"}, "value": {"type": "T"}}}""", """
            {"nullable": {"map": {"key": {"type": "E"}, "value": {"list": {"type": "T"}}}}}""", """
            {"list": {"nullable": {"type": "G", "arguments": [{"type": "T"}, {"type": "E"}]}}}""", """
            {"nullable": {"list": {"type": "G", "arguments": [{"type": "T"}, {"type": "T"}]}}}""", """
            {"map": {"key": {"scalar": "string"}, "value": {"type": "G", "arguments": [{"type": "T"}, {"nullable": {"type": "T"}}]}}}""", """
            {"type": "H", "arguments": [{"type": "T"}]}""", """
            {"type": "H", "arguments": [{"list": {"nullable": {"type": "T"}}}]}""");

    private LongNames() {}

    static Contract contract() {
        var methods = new ArrayList<String>();
        var types = new ArrayList<String>();
        types.add(object(
                "G",
                "\"typeParameters\": [\"A\", \"B\"]",
                List.of(member("a", variable("A")), member("b", variable("B")))));
        types.add(object("H", "\"typeParameters\": [\"A\"]", List.of(member("a", variable("A")))));
        types.add("{\"kind\": \"enum\", \"name\": \"E\", \"javaName\": \"E\", \"values\": []}");
        for (int length = 1; length <= 100; length++) {
            String name = "T" + "y".repeat(length - 1);
            var members = new ArrayList<String>();
            for (int shape = 0; shape < SHAPES.size(); shape++) {
                String type = SHAPES.get(shape).replace("\"T\"", "\"" + name + "\"");
                members.add(member("m" + shape, type));
                methods.add("{\"name\": \"m%d.n%d\", \"handler\": \"H\", \"javaMethod\": \"m\", \"result\": %s}"
                        .formatted(shape, length, type));
            }
            types.add(object(name, "\"extra\": {\"nullable\": {\"type\": \"" + name + "\"}}", members.subList(0, 2)));
            types.add(object("M" + length, "\"extra\": {\"any\": true}", members));
            types.add(
                    "{\"kind\": \"union\", \"name\": \"U%d\", \"javaName\": \"U\", \"discriminator\": \"type\", \"variants\": [\"%s\", \"%s\"]}"
                            .formatted(length, name, name.replace('T', 'V')));
            types.add(object(name.replace('T', 'V'), "\"tag\": {\"member\": \"type\", \"value\": \"v\"}", List.of()));
        }
        return ContractJson.read(
                "{\"format\": 1, \"title\": \"long\", \"layout\": \"plain\", \"naming\": \"as_is\", \"longs\": \"number\", \"methods\": %s, \"types\": %s}"
                        .formatted(methods, types),
                "the test");
    }

    private static String object(String name, String more, List<String> members) {
        return "{\"kind\": \"object\", \"name\": \"%s\", \"javaName\": \"%s\", %s, \"members\": %s}"
                .formatted(name, name, more, members);
    }

    private static String member(String name, String type) {
        return "{\"name\": \"%s\", \"javaName\": \"%s\", \"type\": %s}".formatted(name, name, type);
    }

    private static String variable(String name) {
        return "{\"variable\": \"" + name + "\"}";
    }
}
