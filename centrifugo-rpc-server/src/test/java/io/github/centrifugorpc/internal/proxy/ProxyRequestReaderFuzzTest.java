package io.github.centrifugorpc.internal.proxy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.MethodTableCompiler;
import io.github.centrifugorpc.server.TaskHandlers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes are, they are read or refused; nothing else happens. */
class ProxyRequestReaderFuzzTest {

    private static final MethodTable METHODS =
            new MethodTableCompiler(List.of(new TaskHandlers()), Duration.ofSeconds(30)).compile(null);

    private static final String VALID = """
            {"client":"c1","transport":"websocket","user":"42","method":"tasks.note","channel":"rpc.requests","data":\
            {"$rpc":1,"correlation_id":"a-1","method":"tasks.note","params":{"text":"t","author":null,"tags":["x","y"]},\
            "reply_to":"user#42","timeout_ms":30000,"no_reply":false,"attempt":1},"meta":{"role":"admin","n":[1,2.5]}}\
            """;

    private static final List<String> SCALARS = List.of(
            "null", "true", "false", "0", "-1", "1e400", "1.5", "123456789012345678901", "\"\\ud800\"", "\"a\"");

    private static final List<String> NAMES =
            List.of("text", "author", "tags", "$rpc", "correlation_id", "params", "method", "x");

    private final ProxyRequestReader reader = new ProxyRequestReader(METHODS);

    @Property
    void readsOrRefusesAnyBytes(@ForAll byte[] body) throws IOException {
        readBoth(body);
    }

    @Property
    void readsOrRefusesWhatIsNearlyRight(@ForAll("damaged") byte[] body) throws IOException {
        readBoth(body);
    }

    @Property
    void readsOrRefusesAnyJsonInEveryPlace(@ForAll("json") String value, @ForAll("places") String place)
            throws IOException {
        readBoth(VALID.replaceFirst("\"" + place.replace("$", "\\$") + "\":[^,}]+", matchSafe(place, value))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void readsOrRefusesAnyParams(@ForAll("json") String params) throws IOException {
        readBoth(("{\"user\":\"42\",\"method\":\"tasks.note\",\"channel\":\"rpc.requests\",\"data\":" + params + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String matchSafe(String place, String value) {
        return Matcher.quoteReplacement("\"" + place + "\":" + value);
    }

    private void readBoth(byte[] body) throws IOException {
        try {
            bind(reader.rpc(body).envelope());
        } catch (MalformedRequestException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
        }
        try {
            bind(reader.publication(body).envelope());
        } catch (MalformedRequestException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
        }
    }

    /** What the checker lets through can be bound. */
    private static void bind(Envelope envelope) throws IOException {
        CheckedParams params = envelope.params();
        HandlerMethod method = Objects.requireNonNull(METHODS.find("tasks.note"));
        boolean isForNote = envelope.isRaw() || "tasks.note".equals(envelope.method());
        if (isForNote && params != null && params.violations().isEmpty()) {
            assertThat(method.bind(params.tokens())).isInstanceOf(TaskHandlers.Note.class);
        }
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "client",
                "user",
                "method",
                "channel",
                "$rpc",
                "correlation_id",
                "reply_to",
                "timeout_ms",
                "no_reply",
                "text",
                "author",
                "tags",
                "role",
                "n");
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        var bytes = VALID.getBytes(StandardCharsets.UTF_8);
        var position = Arbitraries.integers().between(0, bytes.length - 1);
        return Combinators.combine(
                        position, Arbitraries.bytes(), Arbitraries.integers().between(0, 2))
                .as((at, value, how) -> switch (how) {
                    case 0 -> {
                        var changed = bytes.clone();
                        changed[at] = value;
                        yield changed;
                    }
                    case 1 -> Arrays.copyOf(bytes, at);
                    default -> {
                        var longer = new byte[bytes.length + 1];
                        System.arraycopy(bytes, 0, longer, 0, at);
                        longer[at] = value;
                        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                        yield longer;
                    }
                });
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.randomValue(random -> json(random, 4));
    }

    private static String json(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 5);
        return switch (kind) {
            case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 1 -> Long.toString(random.nextLong());
            case 2 -> quoted(Integer.toString(random.nextInt(), Character.MAX_RADIX));
            case 3 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> json(random, depth - 1))
                        .collect(joining(",", "[", "]"));
            default ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> quoted(NAMES.get(random.nextInt(NAMES.size()))) + ":" + json(random, depth - 1))
                        .collect(joining(",", "{", "}"));
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(String.format("\\u%04x", c)));
        return quoted.append('"').toString();
    }
}
