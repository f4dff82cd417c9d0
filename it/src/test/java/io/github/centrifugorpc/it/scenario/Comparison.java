package io.github.centrifugorpc.it.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares what a scenario expects with what a driver printed: numbers as numbers, times as times, all else exactly. */
final class Comparison {
    private static final List<Function<String, Object>> TIMES =
            List.of(OffsetDateTime::parse, LocalDateTime::parse, LocalTime::parse, Duration::parse);

    private Comparison() {}

    /** The first difference with its path, or an empty text. */
    static String of(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject() && actual.isObject()) {
            return ofObjects(expected, actual, path);
        }
        if (expected.isArray() && actual.isArray()) {
            return ofArrays(expected, actual, path);
        }
        return areEqual(expected, actual) ? "" : path + ": expected " + shown(expected) + ", got " + shown(actual);
    }

    /** As {@link #of}, but the actual object may have members that the expected one does not name. */
    static String ofMembers(JsonNode expected, JsonNode actual, String path) {
        return expected.properties().stream()
                .map(member -> of(member.getValue(), actual.path(member.getKey()), path + "." + member.getKey()))
                .filter(difference -> !difference.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String ofObjects(JsonNode expected, JsonNode actual, String path) {
        var names = new TreeSet<String>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!expected.has(name) && actual.get(name).isNull()) {
                continue;
            }
            String difference = of(expected.path(name), actual.path(name), path + "." + name);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private static String ofArrays(JsonNode expected, JsonNode actual, String path) {
        if (expected.size() != actual.size()) {
            return path + ": expected " + expected.size() + " elements, got " + actual.size() + ": " + actual;
        }
        for (int i = 0; i < expected.size(); i++) {
            String difference = of(expected.get(i), actual.get(i), path + "[" + i + "]");
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private static boolean areEqual(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual) || areTheSameTime(expected, actual);
    }

    private static boolean areTheSameTime(JsonNode expected, JsonNode actual) {
        return expected.isTextual()
                && actual.isTextual()
                && TIMES.stream().anyMatch(parser -> {
                    try {
                        return Objects.equals(parser.apply(expected.asText()), parser.apply(actual.asText()));
                    } catch (DateTimeParseException notOfThisKind) {
                        return false;
                    }
                });
    }
}
