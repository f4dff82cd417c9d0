package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import java.beans.ConstructorProperties;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever Jackson can make, in its many ways, comes out of checked params; and is written by the contract. */
class BeanBindingTest {

    @JsonDeserialize(builder = Built.Builder.class)
    public static final class Built {
        private final String firstName;

        private Built(String firstName) {
            this.firstName = firstName;
        }

        public String getFirstName() {
            return firstName;
        }

        @JsonPOJOBuilder(withPrefix = "")
        public static final class Builder {
            private String firstName = "";

            public Builder firstName(String firstName) {
                this.firstName = firstName;
                return this;
            }

            public Built build() {
                return new Built(firstName);
            }
        }
    }

    public static final class Created {
        private final String firstName;

        @JsonCreator
        public Created(@JsonProperty("first_name") String firstName) {
            this.firstName = firstName;
        }

        public String getFirstName() {
            return firstName;
        }
    }

    /** Its parameters have no annotations: the names are those that the compiler kept. */
    public static final class Named {
        private final String firstName;

        public Named(String firstName, int count) {
            this.firstName = firstName + count;
        }

        public String getFirstName() {
            return firstName;
        }
    }

    public static final class Listed {
        private final String firstName;

        @ConstructorProperties("firstName")
        public Listed(String given) {
            this.firstName = given;
        }

        public String getFirstName() {
            return firstName;
        }
    }

    /** As Lombok's {@code @Data} makes it, with a field that only an annotation shows. */
    public static class Data {
        private String firstName = "nobody";

        @JsonProperty
        private int hidden = 3;

        public boolean hides() {
            return hidden > 3;
        }

        public String getFirstName() {
            return firstName;
        }

        public void setFirstName(String firstName) {
            if (firstName.isEmpty()) {
                throw new IllegalArgumentException("secret detail");
            }
            this.firstName = firstName;
        }
    }

    public record Strict(String firstName) {
        public Strict {
            if (firstName.equals("odd")) {
                throw new IllegalArgumentException("secret detail");
            }
            if (firstName.equals("declared")) {
                throw new RpcException(1406, "odd_name", "That name is odd.");
            }
        }
    }

    public record All(Built built, Created created, Named named, Listed listed, Data data, List<Strict> strict) {}

    public record Texts(
            URI uri,
            URL url,
            Locale locale,
            Currency currency,
            ZoneId zone,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long exact,
            @JsonFormat(shape = JsonFormat.Shape.STRING) OptionalLong maybe,
            @JsonFormat(shape = JsonFormat.Shape.STRING) List<Long> longs,
            char letter) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public static class Empty {
        public List<String> list = List.of();
        public Map<String, String> map = Map.of();
        public String[] array = {};
        public String text = "";
        public @Nullable String nothing;
    }

    public static final class Handlers {
        @WebsocketRpc("bean.all")
        public All all(All params) {
            return params;
        }

        @WebsocketRpc("bean.texts")
        public Texts texts(Texts params) {
            return params;
        }

        @WebsocketRpc("bean.empty")
        public Empty empty() {
            return new Empty();
        }
    }

    @TempDir
    private Path folder;

    private EchoServer server;

    @BeforeEach
    void start() {
        var firstName = required("first_name", scalar("string"));
        server = new EchoServer(
                new Handlers(),
                folder,
                List.of(
                        "bean.all:" + type("All") + "->" + type("All"),
                        "bean.texts:" + type("Texts") + "->" + type("Texts"),
                        "bean.empty: ->" + type("Empty")),
                String.join(
                        ",",
                        object(Built.class, firstName),
                        object(Created.class, firstName),
                        object(Named.class, firstName, optional("count", scalar("int"))),
                        object(Listed.class, firstName),
                        object(
                                Data.class,
                                with(optional("first_name", scalar("string")), "\"default\":\"default\""),
                                optional("hidden", scalar("int"))),
                        object(Strict.class, firstName),
                        object(
                                All.class,
                                required("built", type("Built")),
                                required("created", type("Created")),
                                required("named", type("Named")),
                                required("listed", type("Listed")),
                                required("data", type("Data")),
                                optional("strict", list(type("Strict")))),
                        object(
                                Texts.class,
                                with(optional("uri", scalar("uri")), "\"default\":\"https://example.com/a?b#c\""),
                                with(optional("url", scalar("url")), "\"default\":\"https://example.com/\""),
                                with(optional("locale", scalar("locale")), "\"default\":\"de-AT\""),
                                with(optional("currency", scalar("currency")), "\"default\":\"EUR\""),
                                with(optional("zone", scalar("zone_id")), "\"default\":\"Europe/Berlin\""),
                                with(optional("exact", scalar("long_string")), "\"default\":\"9223372036854775807\""),
                                optional("maybe", nullable(scalar("long_string"))),
                                optional("longs", list(scalar("long_string"))),
                                with(optional("letter", scalar("char")), "\"default\":\"x\"")),
                        object(
                                Empty.class,
                                optional("list", list(scalar("string"))),
                                optional("map", map(scalar("string"), scalar("string"))),
                                optional("array", list(scalar("string"))),
                                optional("text", nullable(scalar("string"))),
                                optional("nothing", nullable(scalar("string"))))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String all(String data, String strict) {
        var name = "{\"first_name\":\"a\"}";
        return "{\"built\":" + name + ",\"created\":" + name
                + ",\"named\":{\"first_name\":\"a\",\"count\":7},\"listed\":" + name + ",\"data\":" + data
                + ",\"strict\":" + strict + "}";
    }

    @Test
    void bindsInEveryWay() {
        var name = "{\"first_name\":\"a\"}";
        assertThat(server.result("bean.all", all("{\"hidden\":4}", "[" + name + "]")))
                .isEqualTo("{\"built\":" + name + ",\"created\":" + name
                        + ",\"named\":{\"first_name\":\"a7\"},\"listed\":" + name
                        + ",\"data\":{\"first_name\":\"default\",\"hidden\":4},\"strict\":[" + name + "]}");
    }

    @Test
    void tellsWhereAClassRefusesAndNotWhy() {
        assertThat(server.call("bean.all", all("{}", "[{\"first_name\":\"a\"},{\"first_name\":\"odd\"}]")))
                .isEqualTo("$.strict[1] has values that do not go together");
        assertThat(server.call("bean.all", all("{\"first_name\":\"\"}", "[]")))
                .isEqualTo("$.data.first_name has a value that does not fit");
        assertThat(server.call("bean.all", all("{}", "[{\"first_name\":\"declared\"}]")))
                .isEqualTo("1406 That name is odd.");
    }

    @Test
    void readsAndWritesTexts() {
        assertThat(server.result("bean.texts", "{}"))
                .isEqualTo(
                        "{\"uri\":\"https://example.com/a?b#c\",\"url\":\"https://example.com/\",\"locale\":\"de-AT\","
                                + "\"currency\":\"EUR\",\"zone\":\"Europe/Berlin\",\"exact\":\"9223372036854775807\",\"longs\":[],"
                                + "\"letter\":\"x\"}");
        var json =
                "{\"uri\":\"\",\"url\":\"http://a\",\"locale\":\"zh-Hant-TW\",\"currency\":\"XXX\",\"zone\":\"+02:00\","
                        + "\"exact\":\"-9223372036854775808\",\"maybe\":\"9007199254740993\",\"longs\":[\"9007199254740993\"],"
                        + "\"letter\":\"é\"}";
        assertThat(server.result("bean.texts", json)).isEqualTo(json);
        assertThat(server.call(
                        "bean.texts",
                        "{\"uri\":\" \",\"url\":\"nowhere:a\",\"locale\":\"de_AT\",\"currency\":\"EURO\",\"zone\":\"Mars\",\"exact\":1,"
                                + "\"letter\":\"ab\"}"))
                .isEqualTo("""
                        $.uri must be a URI such as "https://example.com/a", but was " "
                        $.url must be a URL such as "https://example.com/a", but was "nowhere:a"
                        $.locale must be a language tag such as "en-GB", but was "de_AT"
                        $.currency must be a currency such as "EUR", but was "EURO"
                        $.zone must be a time zone such as "Europe/Berlin", but was "Mars"
                        $.exact must be a decimal string of a 64-bit integer, but was 1
                        $.letter must be a string of one character, but was "ab\"""");
    }

    @Test
    void writesCollectionsEvenWhereEmptyOnesAreToBeLeftOut() {
        assertThat(server.result("bean.empty", "{}")).isEqualTo("{\"list\":[],\"map\":{},\"array\":[]}");
    }
}
