package io.github.centrifugorpc.internal.proxy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.MethodTableCompiler;
import io.github.centrifugorpc.internal.registry.RefusedByModelException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Whatever the bytes are, they are read or refused; nothing else happens. Each run takes other values; a failure names
 * its seed, and {@code -Dfuzz.seed=…} repeats it.
 */
class ProxyRequestReaderFuzzTest {

    private static final MethodTable METHODS = new MethodTableCompiler(
                    List.of(new TaskHandlers()), Duration.ofSeconds(30), false, List.of())
            .compile(null);

    private static final String VALID = """
            {"client":"c1","transport":"websocket","user":"42","method":"tasks.note","channel":"rpc.requests","data":\
            {"$rpc":1,"correlation_id":"a-1","method":"tasks.note","params":{"text":"t","author":null,"tags":["x","y"]},\
            "reply_to":"user#42","timeout_ms":30000,"no_reply":false,"attempt":1,"age_ms":0,"cancel":false},"meta":{"role":"admin","n":[1,2.5]}}\
            """;

    private static final List<String> SCALARS = List.of(
            "null", "true", "false", "0", "-1", "1e400", "1.5", "123456789012345678901", "\"\\ud800\"", "\"a\"");

    private static final List<String> NAMES =
            List.of("text", "author", "tags", "$rpc", "correlation_id", "params", "method", "x");

    private static final List<String> PLACES = List.of(
            "client",
            "user",
            "method",
            "channel",
            "$rpc",
            "correlation_id",
            "reply_to",
            "timeout_ms",
            "no_reply",
            "attempt",
            "age_ms",
            "cancel",
            "text",
            "author",
            "tags",
            "role",
            "n");

    private static final int ATTEMPTS = 2_000;

    private final ProxyRequestReader reader = new ProxyRequestReader(METHODS);

    @Test
    void readsOrRefusesAnyBytes() {
        fuzz(random -> {
            var body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            readBoth(body);
        });
    }

    @Test
    void readsOrRefusesWhatIsNearlyRight() {
        fuzz(random -> readBoth(damaged(random)));
    }

    @Test
    void readsOrRefusesAnyJsonInEveryPlace() {
        fuzz(random -> {
            var place = PLACES.get(random.nextInt(PLACES.size()));
            readBoth(VALID.replaceFirst(
                            "\"" + place.replace("$", "\\$") + "\":[^,}]+", matchSafe(place, json(random, 4)))
                    .getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void readsOrRefusesAnyParams() {
        fuzz(random -> readBoth(("{\"user\":\"42\",\"method\":\"tasks.note\",\"channel\":\"rpc.requests\",\"data\":"
                        + json(random, 4) + "}")
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static void fuzz(ThrowingConsumer<Random> attempt) {
        long first = Long.getLong("fuzz.seed", System.nanoTime());
        for (long seed = first; seed < first + ATTEMPTS; seed++) {
            long repeat = seed;
            assertThatCode(() -> attempt.accept(new Random(repeat)))
                    .as("repeat with -Dfuzz.seed=%d", repeat)
                    .doesNotThrowAnyException();
        }
    }

    private static String matchSafe(String place, String value) {
        return Matcher.quoteReplacement("\"" + place + "\":" + value);
    }

    private void readBoth(byte[] body) throws IOException, RefusedByModelException {
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
    private static void bind(Envelope envelope) throws IOException, RefusedByModelException {
        CheckedParams params = envelope.params();
        if (envelope.rawParams() != null) {
            try (var in = envelope.rawParams().parser(METHODS.json())) {
                in.nextToken();
                in.skipChildren();
                assertThat(in.nextToken()).as("cut out as one whole value").isNull();
            }
        }
        HandlerMethod method = Objects.requireNonNull(METHODS.find("tasks.note"));
        boolean isForNote = envelope.isRaw() || "tasks.note".equals(envelope.method());
        if (isForNote && params != null && params.violations().isEmpty()) {
            assertThat(method.bind(params).params()).isInstanceOf(TaskHandlers.Note.class);
        }
    }

    private static byte[] damaged(Random random) {
        var bytes = VALID.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length);
        byte value = (byte) random.nextInt();
        return switch (random.nextInt(3)) {
            case 0 -> {
                bytes[at] = value;
                yield bytes;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            default -> {
                var longer = new byte[bytes.length + 1];
                System.arraycopy(bytes, 0, longer, 0, at);
                longer[at] = value;
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                yield longer;
            }
        };
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
