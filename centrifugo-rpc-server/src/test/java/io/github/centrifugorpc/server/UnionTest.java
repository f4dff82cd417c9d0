package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.centrifugorpc.WebsocketRpc;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Variants by the tags of the contract, with and without annotations (types T8). */
class UnionTest {

    public sealed interface Shape permits Circle, Square, Group {}

    public record Circle(double radius) implements Shape {}

    public record Square(int side) implements Shape {}

    public record Group(List<Shape> shapes) implements Shape {}

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "kind",
            visible = true,
            defaultImpl = Other.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    public abstract static class Animal {
        public String kind = "";
    }

    public static final class Cat extends Animal {
        public int lives;
    }

    public static final class Dog extends Animal {
        public String name = "";
    }

    public static final class Other extends Animal {}

    public static final class Wolf extends Animal {}

    /** Annotated with what nobody should, and it makes no difference. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public sealed interface Job permits Print, Mail {}

    public record Print(String text) implements Job {}

    public record Mail(String to) implements Job {}

    public record Kind(String kind) {}

    public static final class Handlers {
        @WebsocketRpc("union.shape")
        public Shape shape(Shape shape) {
            return shape;
        }

        @WebsocketRpc("union.circle")
        public Circle circle(Circle circle) {
            return circle;
        }

        @WebsocketRpc("union.group")
        public List<Shape> group(Group group) {
            return group.shapes();
        }

        @WebsocketRpc("union.animal")
        public Animal animal(Animal animal) {
            return animal;
        }

        @WebsocketRpc("union.kind")
        public Kind kind(Animal animal) {
            return new Kind(animal.getClass().getSimpleName() + " " + animal.kind);
        }

        @WebsocketRpc("union.wolf")
        public List<Animal> wolf() {
            return List.of(new Cat(), new Wolf());
        }

        @WebsocketRpc("union.job")
        public Job job(Job job) {
            return job;
        }
    }

    private static final String OUTER = UnionTest.class.getName() + "$";

    @TempDir
    private Path folder;

    private EchoServer server;

    @BeforeEach
    void start() {
        server = new EchoServer(
                new Handlers(),
                folder,
                List.of(
                        "union.shape: {\"type\":\"Shape\"} -> {\"type\":\"Shape\"}",
                        "union.circle: {\"type\":\"Circle\"} -> {\"type\":\"Circle\"}",
                        "union.group: {\"type\":\"Group\"} -> {\"list\":{\"type\":\"Shape\"}}",
                        "union.animal: {\"type\":\"Animal\"} -> {\"type\":\"Animal\"}",
                        "union.kind: {\"type\":\"Animal\"} -> {\"type\":\"Kind\"}",
                        "union.wolf: -> {\"list\":{\"type\":\"Animal\"}}",
                        "union.job: {\"type\":\"Job\"} -> {\"type\":\"Job\"}"),
                String.join(
                        ",",
                        union("Shape", "type", "Circle", "Square", "Group"),
                        variant("Circle", "type", "circle", member("radius", "{\"scalar\":\"double\"}")),
                        variant("Square", "type", "square", member("side", "{\"scalar\":\"int\"}")),
                        variant("Group", "type", "group", member("shapes", "{\"list\":{\"type\":\"Shape\"}}")),
                        union("Animal", "kind", "Cat", "Dog", "Other").replace("}", ",\"fallback\":\"Other\"}"),
                        variant("Cat", "kind", "cat", optional("lives", "{\"scalar\":\"int\"}")),
                        variant("Dog", "kind", "dog", optional("name", "{\"nullable\":{\"scalar\":\"string\"}}")),
                        variant("Other", "kind", "other"),
                        "{\"kind\":\"object\",\"name\":\"Kind\",\"javaName\":\"" + OUTER + "Kind\",\"members\":["
                                + member("kind", "{\"scalar\":\"string\"}") + "]}",
                        union("Job", "type", "Print", "Mail"),
                        variant("Print", "type", "print", member("text", "{\"scalar\":\"string\"}")),
                        variant("Mail", "type", "mail", member("to", "{\"scalar\":\"string\"}"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsTheTagWhereverItStands() {
        assertThat(server.result("union.shape", "{\"type\":\"circle\",\"radius\":1.5}"))
                .isEqualTo("{\"type\":\"circle\",\"radius\":1.5}");
        assertThat(server.result(
                        "union.shape",
                        "{\"shapes\":[{\"side\":2,\"more\":{\"x\":[1]},\"type\":\"square\"},"
                                + "{\"type\":\"group\",\"shapes\":[]}],\"type\":\"group\"}"))
                .isEqualTo("{\"type\":\"group\",\"shapes\":[{\"type\":\"square\",\"side\":2},"
                        + "{\"type\":\"group\",\"shapes\":[]}]}");
    }

    @Test
    void refusesUnknownAndMissingTagsWithWhatIsAccepted() {
        assertThat(server.call("union.shape", "{\"type\":\"hexagon\",\"side\":[1]}"))
                .isEqualTo("$.type must be one of \"circle\", \"square\", \"group\", but was \"hexagon\"");
        assertThat(server.call("union.shape", "{\"type\":\"Circle\",\"radius\":1}"))
                .isEqualTo("$.type must be one of \"circle\", \"square\", \"group\", but was \"Circle\"");
        assertThat(server.call("union.shape", "{\"radius\":1}"))
                .isEqualTo("$.type is required, one of \"circle\", \"square\", \"group\"");
        assertThat(server.call("union.shape", "{\"radius\":1,\"type\":{\"a\":1},\"x\":2}"))
                .isEqualTo("$.type must be one of \"circle\", \"square\", \"group\", but was an object");
        assertThat(server.call("union.shape", "[]")).isEqualTo("$ must be an object, but was an array");
        assertThat(server.call("union.shape", "null"))
                .isEqualTo("$.type is required, one of \"circle\", \"square\", \"group\"");
    }

    @Test
    void namesEverythingThatIsWrongInAVariant() {
        assertThat(server.call(
                        "union.shape",
                        "{\"shapes\":[{\"side\":\"2\",\"type\":\"square\"},{\"type\":\"oval\"},7,"
                                + "{\"type\":\"circle\",\"type\":\"circle\",\"radius\":0}],\"type\":\"group\"}"))
                .isEqualTo("""
                        $.shapes[0].side must be an integer from -2147483648 to 2147483647, but was "2"
                        $.shapes[1].type must be one of "circle", "square", "group", but was "oval"
                        $.shapes[2] must be an object, but was 7
                        $.shapes[3].type is given twice""");
    }

    @Test
    void takesAVariantAloneWithOrWithoutItsTag() {
        for (var params : List.of(
                "{\"radius\":1.0}", "{\"type\":\"circle\",\"radius\":1.0}", "{\"radius\":1.0,\"type\":\"circle\"}")) {
            assertThat(server.result("union.circle", params)).isEqualTo("{\"type\":\"circle\",\"radius\":1.0}");
        }
        assertThat(server.call("union.circle", "{\"type\":\"square\",\"radius\":1}"))
                .isEqualTo("$.type must be \"circle\", but was \"square\"");
        assertThat(server.call("union.circle", "{\"type\":null,\"radius\":1}"))
                .isEqualTo("$.type must be \"circle\", but was null");
        assertThat(server.result("union.group", "{\"shapes\":[{\"type\":\"square\",\"side\":1}]}"))
                .isEqualTo("[{\"type\":\"square\",\"side\":1}]");
    }

    @Test
    void writesTheTagOnceWhereItIsAPropertyAsWell() {
        assertThat(server.result("union.animal", "{\"kind\":\"cat\",\"lives\":9}"))
                .isEqualTo("{\"kind\":\"cat\",\"lives\":9}");
        assertThat(server.result("union.kind", "{\"name\":\"Rex\",\"kind\":\"dog\"}"))
                .isEqualTo("{\"kind\":\"Dog dog\"}");
    }

    @Test
    void fallsBackWhereTheContractSaysSo() {
        assertThat(server.result("union.kind", "{\"kind\":\"fish\",\"fins\":3}"))
                .isEqualTo("{\"kind\":\"Other fish\"}");
        assertThat(server.result("union.kind", "{\"fins\":3}")).isEqualTo("{\"kind\":\"Other other\"}");
        assertThat(server.call("union.kind", "{\"kind\":7}"))
                .isEqualTo("$.kind must be one of \"cat\", \"dog\", \"other\", but was 7");
    }

    @Test
    void neverGoesByClassNames() {
        assertThat(server.result("union.job", "{\"type\":\"print\",\"text\":\"a\"}"))
                .isEqualTo("{\"type\":\"print\",\"text\":\"a\"}");
        assertThat(server.call("union.job", "{\"@class\":\"" + OUTER + "Mail\",\"to\":\"a\"}"))
                .isEqualTo("$.type is required, one of \"print\", \"mail\"");
        assertThat(server.result("union.job", "{\"@class\":\"" + OUTER + "Mail\",\"text\":\"a\",\"type\":\"print\"}"))
                .isEqualTo("{\"type\":\"print\",\"text\":\"a\"}");
    }

    @Test
    void saysToRunThePluginForAVariantThatItDoesNotKnow() {
        var log = (Logger) LoggerFactory.getLogger("io.github.centrifugorpc.errors");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try {
            assertThat(server.call("union.wolf", "{}")).startsWith("500 Internal error ");
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list.get(0).getFormattedMessage())
                .endsWith("$[1]: the value is a " + OUTER + "Wolf, which the contract does not name among the variants"
                        + " here. Fix: run the plugin again: mvn generate-sources. In an IDE, delegate builds to"
                        + " Maven.");
    }

    @Test
    void boundsWhatIsPutAside() {
        var wide = "[" + "0,".repeat(80_000) + "0]";
        var deep = "{\"side\":1,\"type\":\"square\"}";
        for (int i = 0; i < 30; i++) {
            deep = "{\"shapes\":[" + deep + "],\"x\":" + (i == 0 ? wide : "1") + ",\"type\":\"group\"}";
        }

        assertThat(server.call("union.shape", deep))
                .isEqualTo("$" + ".shapes[0]".repeat(18) + ".type must stand first in so large an object");
    }

    private static String union(String name, String discriminator, String... variants) {
        return "{\"kind\":\"union\",\"name\":\"" + name + "\",\"javaName\":\"" + OUTER + name
                + "\",\"discriminator\":\"" + discriminator + "\",\"variants\":[\"" + String.join("\",\"", variants)
                + "\"]}";
    }

    private static String variant(String name, String tag, String value, String... members) {
        return "{\"kind\":\"object\",\"name\":\"" + name + "\",\"javaName\":\"" + OUTER + name
                + "\",\"tag\":{\"member\":\"" + tag + "\",\"value\":\"" + value + "\"},\"members\":["
                + String.join(",", members) + "]}";
    }

    private static String member(String name, String type) {
        return "{\"name\":\"" + name + "\",\"javaName\":\"" + name + "\",\"required\":true,\"type\":" + type + "}";
    }

    private static String optional(String name, String type) {
        return "{\"name\":\"" + name + "\",\"javaName\":\"" + name + "\",\"type\":" + type + "}";
    }
}
