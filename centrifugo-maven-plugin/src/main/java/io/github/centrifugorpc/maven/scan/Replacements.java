package io.github.centrifugorpc.maven.scan;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to write instead of a type that has no place in a contract. */
final class Replacements {

    private static final List<String> FOREIGN =
            List.of("java.", "javax.", "com.fasterxml.jackson.", "tools.jackson.", "io.github.centrifugorpc.Patch.");

    private static final String RECORD = "a record with the members that are meant";
    private static final String ASYNC = "the value itself, or CompletionStage of it for an asynchronous handler";

    private static final String NODE = "JsonNode, ObjectNode or ArrayNode";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            entry("java.lang.Number", "long, double, BigInteger or BigDecimal"),
            entry("java.lang.CharSequence", "String"),
            entry("java.lang.Class", "String"),
            entry("java.lang.Void", "void, or no member at all"),
            entry("java.util.Date", "java.time.Instant"),
            entry("java.util.Calendar", "java.time.ZonedDateTime"),
            entry("java.sql.Date", "java.time.LocalDate"),
            entry("java.sql.Time", "java.time.LocalTime"),
            entry("java.sql.Timestamp", "java.time.Instant"),
            entry("java.time.Year", "int"),
            entry("java.time.YearMonth", "java.time.LocalDate, or String"),
            entry("java.time.MonthDay", "String"),
            entry("java.time.Month", "int, or an enum of your own"),
            entry("java.time.DayOfWeek", "int, or an enum of your own"),
            entry("java.time.Period", "java.time.Duration, or String"),
            entry("java.time.OffsetTime", "java.time.LocalTime, or java.time.OffsetDateTime"),
            entry("java.time.ZoneOffset", "java.time.ZoneId"),
            entry("java.util.TimeZone", "java.time.ZoneId"),
            entry("java.io.File", "String"),
            entry("java.nio.file.Path", "String"),
            entry("java.io.InputStream", "byte[]"),
            entry("java.nio.ByteBuffer", "byte[]"),
            entry("java.util.BitSet", "byte[], or List<Boolean>"),
            entry("java.util.Iterator", "List"),
            entry("java.util.Queue", "List"),
            entry("java.util.Deque", "List"),
            entry("java.util.ArrayDeque", "List"),
            entry("java.util.PriorityQueue", "List"),
            entry("java.util.Vector", "List"),
            entry("java.util.Stack", "List"),
            entry("java.util.AbstractMap.SimpleEntry", "a record with two members"),
            entry("java.util.concurrent.atomic.AtomicReference", "Optional, or the value itself"),
            entry("java.util.stream.Stream", "List"),
            entry("java.util.stream.IntStream", "List<Integer>"),
            entry("java.util.stream.LongStream", "List<Long>"),
            entry("java.util.stream.DoubleStream", "List<Double>"),
            entry("java.util.Map.Entry", "a record with two members"),
            entry("java.util.Properties", "Map<String, String>"),
            entry("java.util.concurrent.atomic.AtomicBoolean", "boolean"),
            entry("java.util.concurrent.atomic.AtomicInteger", "int"),
            entry("java.util.concurrent.atomic.AtomicLong", "long"),
            entry("java.util.concurrent.Future", ASYNC),
            entry("java.util.concurrent.Flow.Publisher", ASYNC),
            entry("reactor.core.publisher.Mono", ASYNC),
            entry("reactor.core.publisher.Flux", "List, or CompletionStage of a List"),
            entry("io.smallrye.mutiny.Uni", ASYNC),
            entry("com.fasterxml.jackson.core.TreeNode", NODE),
            entry("com.fasterxml.jackson.databind.node.ContainerNode", NODE),
            entry("com.fasterxml.jackson.databind.node.ValueNode", NODE),
            entry("com.fasterxml.jackson.databind.node.TextNode", "String"),
            entry("com.fasterxml.jackson.databind.node.BooleanNode", "boolean"),
            entry("com.fasterxml.jackson.databind.node.IntNode", "int"),
            entry("com.fasterxml.jackson.databind.node.LongNode", "long"),
            entry("com.fasterxml.jackson.databind.node.NumericNode", "BigDecimal"),
            entry("tools.jackson.databind.JsonNode", "Object, or JsonNode of com.fasterxml.jackson.databind"),
            entry("io.github.centrifugorpc.Patch.Set", "Patch"),
            entry("io.github.centrifugorpc.Patch.Clear", "Patch"),
            entry("io.github.centrifugorpc.Patch.Unchanged", "Patch"),
            entry("java.lang.Record", RECORD),
            entry("java.lang.Enum", "the enum itself"));

    private Replacements() {}

    /** Whether a type belongs to the JDK, to Jackson or to handlers, so that it is no type of the project's own. */
    static boolean isForeign(String qualifiedName) {
        return FOREIGN.stream().anyMatch(qualifiedName::startsWith);
    }

    static String of(String qualifiedName) {
        return BY_NAME.getOrDefault(
                qualifiedName,
                "a record, a bean, an enum, a number, String, UUID, byte[], a type of java.time, or a List, Set, Map or"
                        + " Optional of those");
    }
}
