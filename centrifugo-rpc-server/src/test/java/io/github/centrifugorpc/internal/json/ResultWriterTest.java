package io.github.centrifugorpc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.TypeRef.ListOf;
import io.github.centrifugorpc.contract.TypeRef.MapOf;
import io.github.centrifugorpc.contract.TypeRef.Named;
import io.github.centrifugorpc.contract.TypeRef.Scalar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written is exactly what the contract promises, or refused (types T1, T3 to T5). */
class ResultWriterTest {

    private static final Scalar STRING = new Scalar(ScalarKind.STRING);
    private static final long TOO_LONG = 1L << 53;

    record Numbers(
            long aLong,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long asText,
            OptionalLong maybe,
            OptionalDouble half,
            BigInteger bigInteger,
            BigDecimal bigDecimal) {}

    record Times(
            Instant instant,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Duration duration) {}

    record Holder(Object value) {}

    record LongHolder(Long value) {}

    static final class LongArray {
        public final long[] value = {1, TOO_LONG};
    }

    record LongMaps(List<Map<String, Long>> value) {}

    record DecimalHolder(BigDecimal value) {}

    /** A bean, so that its members may be null. */
    public static final class Lists {
        public @Nullable List<@Nullable String> names;
        public String @Nullable [] array;
        public @Nullable Map<String, String> map;
        public byte @Nullable [] bytes;
        public Optional<String> maybe = Optional.empty();
    }

    record Text(@Nullable String given, @Nullable List<String> maybe) {}

    record Empty() {}

    @Test
    void writesNumbersExactly() throws IOException {
        var numbers = new Numbers(
                -(TOO_LONG - 1),
                Long.MAX_VALUE,
                OptionalLong.of(1),
                OptionalDouble.of(0.5),
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1.50"));

        assertThat(write(numbers, Longs.NUMBER))
                .isEqualTo("{\"a_long\":-9007199254740991,\"as_text\":\"9223372036854775807\",\"maybe\":1,\"half\":0.5,"
                        + "\"big_integer\":\"123456789012345678901234567890\",\"big_decimal\":\"1.50\"}");
        assertThat(write(numbers, Longs.STRING))
                .startsWith("{\"a_long\":\"-9007199254740991\",\"as_text\":\"9223372036854775807\",\"maybe\":\"1\"");
    }

    @Test
    void writesDecimalsInPlainNotation() throws IOException {
        assertThat(write(new DecimalHolder(new BigDecimal("1E+2")), Longs.NUMBER))
                .isEqualTo("{\"value\":\"100\"}");
        assertThat(write(new DecimalHolder(new BigDecimal("1E-7")), Longs.NUMBER))
                .isEqualTo("{\"value\":\"0.0000001\"}");
        assertThatThrownBy(() -> write(new DecimalHolder(new BigDecimal("1E+999999999")), Longs.NUMBER))
                .hasMessage("$.value: the BigDecimal has more than 1000 digits in plain notation. Fix: round it.");
    }

    @Test
    void refusesLongsThatWouldNotBeExact() {
        var fix = " is beyond ±(2^53−1) and a JSON number would not be exact in every client. Fix: declare the member"
                + " with @JsonFormat(shape = JsonFormat.Shape.STRING), or set <longs>string</longs> in the plugin's"
                + " configuration.";

        assertThatThrownBy(() -> write(new LongHolder(TOO_LONG), Longs.NUMBER))
                .isInstanceOf(UnwritableResultException.class)
                .hasMessage("$.value: the long 9007199254740992" + fix);
        assertThatThrownBy(() -> write(new LongHolder(Long.MIN_VALUE), Longs.NUMBER))
                .hasMessage("$.value: the long -9223372036854775808" + fix);
        assertThatThrownBy(() -> write(new LongArray(), Longs.NUMBER))
                .hasMessage("$.value[1]: the long 9007199254740992" + fix);
        assertThatThrownBy(() -> write(new LongMaps(List.of(Map.of("k", TOO_LONG))), Longs.NUMBER))
                .hasMessage("$.value[0].k: the long 9007199254740992" + fix);
        assertThatThrownBy(() -> write(new Holder(OptionalLong.of(TOO_LONG)), Longs.NUMBER))
                .hasMessage("$.value: the long 9007199254740992" + fix);
    }

    @Test
    void writesAnyLongAsText() throws IOException {
        assertThat(write(new LongArray(), Longs.STRING)).isEqualTo("{\"value\":[\"1\",\"9007199254740992\"]}");
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() {
        for (Object number : new Object[] {
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Float.NaN,
            new double[] {Double.NaN},
            new float[] {Float.NaN},
            OptionalDouble.of(Double.NaN)
        }) {
            assertThatThrownBy(() -> write(new Holder(number), Longs.NUMBER))
                    .hasMessageMatching(
                            "\\$\\.value(\\[0])?: the number (NaN|-Infinity) does not exist in JSON\\. Fix: send null"
                                    + " in a member that may be null, or an enum beside the number\\.");
        }
    }

    @Test
    void writesTimesAsRfc3339AndIso() throws IOException {
        var times = new Times(
                Instant.parse("2024-02-29T23:00:00Z"),
                OffsetDateTime.of(2024, 2, 29, 23, 0, 0, 500_000_000, ZoneOffset.ofHoursMinutes(5, 30)),
                ZonedDateTime.of(2024, 7, 1, 12, 0, 0, 0, ZoneId.of("America/New_York")),
                LocalDate.of(1, 1, 1),
                LocalTime.of(10, 0),
                LocalDateTime.of(9999, 12, 31, 10, 0),
                Duration.ofMillis(90_061_500));

        assertThat(write(times, Longs.NUMBER))
                .isEqualTo("{\"instant\":\"2024-02-29T23:00:00Z\",\"offset\":\"2024-02-29T23:00:00.5+05:30\","
                        + "\"zoned\":\"2024-07-01T12:00:00-04:00\",\"date\":\"0001-01-01\",\"time\":\"10:00:00\","
                        + "\"date_time\":\"9999-12-31T10:00:00\",\"duration\":\"PT25H1M1.5S\"}");
    }

    @Test
    void refusesTimesThatOtherLanguagesDoNotHave() {
        assertThatThrownBy(() -> write(new Holder(Instant.MAX), Longs.NUMBER))
                .hasMessage("$.value: the year of +1000000000-12-31T23:59:59.999999999Z is not within 0001 to 9999."
                        + " Fix: send such a date as a String.");
        assertThatThrownBy(() -> write(new Holder(LocalDate.of(0, 1, 1)), Longs.NUMBER))
                .hasMessage("$.value: the year of 0000-01-01 is not within 0001 to 9999. Fix: send such a date as a"
                        + " String.");
        assertThatThrownBy(() -> write(
                        new Holder(
                                OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutesSeconds(1, 0, 30))),
                        Longs.NUMBER))
                .hasMessage("$.value: the offset of 2024-01-01T00:00+01:00:30 has seconds, which RFC 3339 cannot"
                        + " express. Fix: use whole minutes.");
    }

    @Test
    void writesNullCollectionsAsEmptyAndLeavesOutTheRest() throws IOException {
        assertThat(write(new Lists(), Longs.NUMBER)).isEqualTo("{\"names\":[],\"array\":[],\"map\":{}}");
        assertThat(write(new Empty(), Longs.NUMBER)).isEqualTo("{}");
    }

    @Test
    void goesByTheContractWhereItKnowsTheType() throws IOException {
        var text = object(
                Text.class,
                member("given", STRING, true),
                member("maybe", new TypeRef.Nullable(new ListOf(STRING)), false));

        assertThat(write(new Text("g", null), Text.class, new Named("Text"), text))
                .isEqualTo("{\"given\":\"g\"}");
        assertThatThrownBy(() -> write(new Text(null, null), Text.class, new Named("Text"), text))
                .hasMessage("$.given: the value is null, and the contract says it is always there. Fix: set it, or mark"
                        + " the member as @Nullable or make it an Optional.");
    }

    @Test
    void refusesNullElementsUnlessTheContractAllowsThem() throws IOException {
        var listOfText = TypeFactory.defaultInstance().constructCollectionType(List.class, String.class);
        List<@Nullable String> strings = Arrays.asList("a", null);
        var map = new HashMap<String, @Nullable String>();
        map.put("k", null);

        assertThat(write(strings, listOfText, new ListOf(new TypeRef.Nullable(STRING))))
                .isEqualTo("[\"a\",null]");
        assertThatThrownBy(() -> write(strings, listOfText, new ListOf(STRING)))
                .hasMessage("$[1]: an element is null, and the contract says elements are always there. Fix: leave it"
                        + " out, or mark the element type as @Nullable.");
        var mapType = TypeFactory.defaultInstance().constructMapType(Map.class, String.class, String.class);
        assertThatThrownBy(() -> write(map, mapType, new MapOf(STRING, STRING)))
                .hasMessage("$.k: an element is null, and the contract says elements are always there. Fix: leave it"
                        + " out, or mark the element type as @Nullable.");
        var lists = object(Lists.class, member("names", new ListOf(STRING), false));
        var withNull = new Lists();
        withNull.names = strings;
        assertThatThrownBy(() -> write(withNull, Lists.class, new Named("Lists"), lists))
                .hasMessage(
                        "$.names[1]: an element is null, and the contract says elements are always there. Fix: leave"
                                + " it out, or mark the element type as @Nullable.");
    }

    @Test
    void writesANullResultByItsType() throws IOException {
        assertThat(write(null, String.class, new TypeRef.Nullable(STRING))).isEqualTo("null");
        assertThat(write(null, List.class, new ListOf(STRING))).isEqualTo("[]");
        assertThat(write(null, Map.class, new MapOf(STRING, STRING))).isEqualTo("{}");
        assertThatThrownBy(() -> write(null, String.class, STRING))
                .hasMessage("$: the handler returned null, and the contract says there is always a result. Fix: return"
                        + " a value, or make the result an Optional.");
    }

    @Test
    void refusesTextThatUtf8CannotCarry() {
        assertThatThrownBy(() -> write("a\ud800", String.class, STRING))
                .hasMessage("$: the text has half of a surrogate pair, which UTF-8 cannot carry. Fix: cut texts between"
                        + " code points.");
    }

    private static String write(Object value, Longs longs) throws IOException {
        return write(value, value.getClass(), new Named("Unknown"), longs);
    }

    private static String write(@Nullable Object value, Type javaType, TypeRef type, TypeDeclaration... types)
            throws IOException {
        return write(value, javaType, type, Longs.NUMBER, types);
    }

    private static String write(
            @Nullable Object value, Type javaType, TypeRef type, Longs longs, TypeDeclaration... types)
            throws IOException {
        var factory = WireJson.factory();
        var byName = new HashMap<String, TypeDeclaration>();
        Arrays.stream(types).forEach(declared -> byName.put(declared.name(), declared));
        ObjectMapper mapper = WireJson.mapper(factory, Naming.SNAKE_CASE, longs, byName, List.of());
        var writer = new ResultWriter(mapper, mapper.constructType(javaType), Optional.of(type));
        var bytes = new ByteArrayOutputStream();
        try (var out = factory.createGenerator(bytes)) {
            writer.write(value, out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ObjectType object(Class<?> type, Member... members) {
        return new ObjectType(
                type.getSimpleName(), type.getName(), List.of(members), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static Member member(String name, TypeRef type, boolean required) {
        return new Member(name, name, type, required, Optional.empty(), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }
}
