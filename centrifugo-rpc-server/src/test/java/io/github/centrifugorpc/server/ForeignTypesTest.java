package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.server.spi.JsonModules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types whose wire form the plugin's {@code <typeMappings>} says, read and written by code that Jackson is given. */
class ForeignTypesTest {

    /** Annotated itself. */
    @JsonSerialize(using = Color.Writer.class)
    @JsonDeserialize(using = Color.Reader.class)
    public record Color(int rgb) {

        static final class Writer extends JsonSerializer<Color> {
            @Override
            public void serialize(Color value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString("#%06x".formatted(value.rgb()));
            }
        }

        static final class Reader extends JsonDeserializer<Color> {
            @Override
            public Color deserialize(JsonParser in, DeserializationContext context) throws IOException {
                var text = in.getText();
                if (!text.matches("#[0-9a-f]{6}")) {
                    return (Color) context.handleWeirdStringValue(Color.class, text, "secret detail");
                }
                return new Color(Integer.parseInt(text.substring(1), 16));
            }
        }
    }

    /** Known to a module only. */
    public record Point(int x, int y) {}

    /** Travels as a time, and is not one of Java's. */
    public record Moment(Instant at) {}

    public record Drawing(
            Color color,
            List<Color> colors,
            Map<String, Optional<Color>> named,
            Point point,
            YearMonth month,
            Moment moment,
            Date date,
            List<Date> dates,
            Date millis,
            @JsonSerialize(using = Doubling.class) int doubled) {}

    static final class Doubling extends JsonSerializer<Integer> {
        @Override
        public void serialize(Integer value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(2 * value);
        }
    }

    public static final class Handlers {
        @WebsocketRpc("foreign.echo")
        public Drawing echo(Drawing drawing) {
            return drawing;
        }
    }

    private static JsonModules modules() {
        return JsonModules.of(new SimpleModule()
                .addSerializer(Point.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Point value, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeArray(new int[] {value.x(), value.y()}, 0, 2);
                    }
                })
                .addDeserializer(Point.class, new JsonDeserializer<>() {
                    @Override
                    public Point deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        var xy = in.readValueAs(int[].class);
                        return new Point(xy[0], xy[1]);
                    }
                })
                .addSerializer(Moment.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Moment value, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeString(value.at().toString());
                    }
                })
                .addDeserializer(Moment.class, new JsonDeserializer<>() {
                    @Override
                    public Moment deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        return new Moment(Instant.parse(in.getText()));
                    }
                })
                .addSerializer(YearMonth.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(YearMonth value, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeString(value.toString());
                    }
                })
                .addDeserializer(YearMonth.class, new JsonDeserializer<>() {
                    @Override
                    public YearMonth deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        return YearMonth.parse(in.getText());
                    }
                }));
    }

    @TempDir
    private Path folder;

    private EchoServer server;

    @BeforeEach
    void start() {
        server = new EchoServer(
                new Handlers(),
                folder,
                List.of("foreign.echo:" + type("Drawing") + "->" + type("Drawing")),
                object(
                        Drawing.class,
                        required("color", scalar("string")),
                        optional("colors", list(scalar("string"))),
                        optional("named", map(scalar("string"), nullable(scalar("string")))),
                        required("point", list(scalar("int"))),
                        required("month", scalar("string")),
                        required("moment", scalar("instant")),
                        required("date", scalar("instant")),
                        optional("dates", list(scalar("instant"))),
                        required("millis", scalar("long")),
                        optional("doubled", scalar("int"))),
                builder -> builder.jsonModules(modules()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areReadAndWrittenByTheirOwnCode() {
        var start = "{\"color\":\"#0000ff\",\"colors\":[\"#000001\"],\"named\":{\"k\":\"#000002\"},\"point\":[1,2],"
                + "\"month\":\"2026-11\",\"moment\":\"2026-11-30T16:30:00Z\",\"date\":\"2026-11-30T16:30:00.125Z\","
                + "\"dates\":[\"0001-01-01T00:00:00Z\"],\"millis\":1764520200125,\"doubled\":";

        assertThat(server.result("foreign.echo", start + "4}")).isEqualTo(start + "8}");
    }

    @Test
    void areCheckedByTheFormAndThenByTheirOwnCode() {
        assertThat(server.call(
                        "foreign.echo",
                        "{\"color\":7,\"point\":[\"1\"],\"month\":\"2026-11\",\"moment\":\"now\","
                                + "\"date\":1764520200125,\"millis\":0}"))
                .isEqualTo("""
                        $.color must be a string, but was 7
                        $.point[0] must be an integer from -2147483648 to 2147483647, but was "1"
                        $.moment must be a time with offset such as "2026-11-30T16:30:00Z", but was "now"
                        $.date must be a time with offset such as "2026-11-30T16:30:00Z", but was 1764520200125""");
        var rest = ",\"point\":[1,2],\"month\":\"2026-11\",\"moment\":\"2026-11-30T16:30:00Z\","
                + "\"date\":\"2026-11-30T16:30:00Z\",\"millis\":0}";
        assertThat(server.call("foreign.echo", "{\"color\":\"#000000\",\"colors\":[\"#000000\",\"blue\"]" + rest))
                .isEqualTo("$.colors[1] has a value that does not fit: \"blue\"");
        assertThat(server.call("foreign.echo", "{\"color\":\"#000000\"" + rest.replace("2026-11\"", "2026-13\"")))
                .isEqualTo("$.month has a value that does not fit");
    }
}
