package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints of Bean Validation hold at the door, and are told like everything else that is wrong. */
class ConstraintsTest {

    public enum Size3 {
        SMALL
    }

    public record Item(
            @JsonProperty("product") @NotBlank String sku,
            @Min(1) @Max(9) int quantity) {}

    @InOrder
    public record Order(
            @JsonAlias("titel") @NotBlank(message = "give a title") @Size(max = 5)
            String orderTitle,

            @Size(min = 1, max = 2) List<Item> items,
            Map<@Size(max = 2) String, @Valid Item> bySku,
            List<@Pattern(regexp = "[a-z]+") String> tags,
            Optional<@Positive Integer> discount,
            Patch<Item> patch,
            Map<Size3, Item> sizes,
            int low,
            int high) {}

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = InOrderValidator.class)
    public @interface InOrder {
        String message() default "{com.acme.in_order}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static final class InOrderValidator implements ConstraintValidator<InOrder, Order> {
        @Override
        public boolean isValid(Order order, ConstraintValidatorContext context) {
            if (order.low() == 666) {
                throw new IllegalStateException("secret detail");
            }
            return order.low() <= order.high();
        }
    }

    @JsonDeserialize(builder = Built.Builder.class)
    public static final class Built {
        private final String name;

        private Built(String name) {
            this.name = name;
        }

        @Size(max = 3, message = "is longer than {max}: ${validatedValue}")
        public String getName() {
            return name;
        }

        @JsonPOJOBuilder(withPrefix = "")
        public static final class Builder {
            private String name = "";

            public Builder name(String name) {
                this.name = name;
                return this;
            }

            public Built build() {
                return new Built(name);
            }
        }
    }

    public record Free(int count) {}

    public static final class Handlers {
        @WebsocketRpc("constraint.order")
        public Free order(Order order) {
            return new Free(order.items().size());
        }

        @WebsocketRpc(value = "constraint.inline", nonBlocking = true)
        public Free inline(Item item) {
            return new Free(item.quantity());
        }

        @WebsocketRpc("constraint.built")
        public Built built(Built built) {
            return built;
        }

        @WebsocketRpc("constraint.none")
        public Free none(Free free) {
            return free;
        }
    }

    private static final String SIZE = "\"constraints\":[{\"kind\":\"size\",\"least\":0,\"most\":3}]";
    private static final List<String> METHODS = List.of(
            "constraint.order:" + type("Order") + "->" + type("Free"),
            "constraint.inline:" + type("Item") + "->" + type("Free"),
            "constraint.built:" + type("Built") + "->" + type("Built"),
            "constraint.none:" + type("Free") + "->" + type("Free"));
    private static final String TYPES = String.join(
            ",",
            enumeration(Size3.class, value("SMALL", "s")),
            object(
                    Item.class,
                    required("product", scalar("string")).replace("\"javaName\":\"product\"", "\"javaName\":\"sku\""),
                    required("quantity", scalar("int"))),
            object(
                    Order.class,
                    with(required("order_title", scalar("string")), "\"aliases\":[\"titel\"]"),
                    optional("items", list(type("Item"))),
                    optional("by_sku", map(scalar("string"), type("Item"))),
                    optional("tags", list(scalar("string"))),
                    optional("discount", nullable(scalar("int"))),
                    optional("patch", patch(type("Item"))),
                    optional("sizes", map(type("Size3"), type("Item"))),
                    required("low", scalar("int")),
                    required("high", scalar("int"))),
            object(Built.class, with(optional("name", nullable(scalar("string"))), SIZE)),
            object(Free.class, required("count", scalar("int"))));

    @TempDir
    private Path folder;

    private EchoServer server;

    @BeforeEach
    void start() {
        server = new EchoServer(new Handlers(), folder, METHODS, TYPES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesWhatSatisfiesThem() {
        assertThat(server.result(
                        "constraint.order",
                        "{\"order_title\":\"a\",\"items\":[{\"product\":\"x\",\"quantity\":1}],\"low\":1,\"high\":1}"))
                .isEqualTo("{\"count\":1}");
        assertThat(server.result("constraint.built", "{\"name\":\"abc\"}")).isEqualTo("{\"name\":\"abc\"}");
        assertThat(server.result("constraint.none", "{\"count\":-1}")).isEqualTo("{\"count\":-1}");
    }

    @Test
    void namesEachViolationByItsWirePath() {
        var bad = "{\"product\":\" \",\"quantity\":10}";
        assertThat(server.call(
                                "constraint.order",
                                "{\"titel\":\"      \",\"items\":[" + bad + "," + bad + "," + bad
                                        + "],\"by_sku\":{\"a b\":" + bad
                                        + "},\"tags\":[\"ok\",\"NOT\"],\"discount\":0,\"patch\":" + bad
                                        + ",\"sizes\":{\"s\":" + bad
                                        + "},\"low\":2,\"high\":1}")
                        .lines())
                .containsExactlyInAnyOrder(
                        "$.items[0].product must not be blank",
                        "$.items[0].quantity must be less than or equal to 9",
                        "$.items[1].product must not be blank",
                        "$.items[1].quantity must be less than or equal to 9",
                        "$.items[2].product must not be blank",
                        "$.items[2].quantity must be less than or equal to 9",
                        "$.by_sku[\"a b\"].product must not be blank",
                        "$.by_sku[\"a b\"].quantity must be less than or equal to 9",
                        "$.patch.product must not be blank",
                        "$.patch.quantity must be less than or equal to 9",
                        "$.sizes.s.product must not be blank",
                        "$.sizes.s.quantity must be less than or equal to 9",
                        "$ must satisfy InOrder",
                        "$.by_sku[\"a b\"] size must be between 0 and 2",
                        "$.discount must be greater than 0",
                        "$.items size must be between 1 and 2",
                        "$.order_title give a title",
                        "$.order_title size must be between 0 and 5",
                        "$.tags[1] must match \"[a-z]+\"");
        assertThat(server.call("constraint.inline", "{\"product\":\"x\",\"quantity\":0}"))
                .isEqualTo("$.quantity must be greater than or equal to 1");
    }

    @Test
    void tellsThemTogetherWithWhatHasTheWrongType() {
        assertThat(
                        server.call(
                                "constraint.order",
                                "{\"order_title\":\" \",\"items\":[{\"product\":\"\",\"quantity\":\"1\"}],\"low\":\"1\",\"tags\":[\"A\"]}"))
                .isEqualTo("""
                        $.items[0].quantity must be an integer from -2147483648 to 2147483647, but was "1"
                        $.low must be an integer from -2147483648 to 2147483647, but was "1"
                        $.high is required
                        $.items[0].product must not be blank
                        $.order_title give a title
                        $.tags[0] must match "[a-z]+\"""");
    }

    @Test
    void doesNotRepeatTheValue() {
        assertThat(server.call("constraint.built", "{\"name\":\"a secret\"}"))
                .isEqualTo("$.name is longer than 3: the value");
    }

    @Test
    void answers500WhereAConstraintFails() {
        assertThat(
                        server.call(
                                "constraint.order",
                                "{\"order_title\":\"a\",\"items\":[{\"product\":\"x\",\"quantity\":1}],\"low\":666,\"high\":1}"))
                .matches("500 Internal error [0-9a-f]{8}\\. The server's log says more under this id\\.");
    }

    @Test
    void listsAHundredAndCountsTheRest() {
        var tags = "[" + "\"A\",".repeat(149) + "\"A\"]";

        assertThat(server.call(
                                "constraint.order",
                                "{\"order_title\":\"a\",\"items\":[{\"product\":\"x\",\"quantity\":1}],\"low\":1,\"high\":1,"
                                        + "\"tags\":" + tags + "}")
                        .lines())
                .hasSize(101)
                .endsWith("$ has 50 more violations that are not listed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hibernate-validator      | Unable to create a Configuration, because no Jakarta Validation provider could be found. Add a provider like Hibernate Validator (RI) to your classpath.
                    expressly                | HV000183: Unable to initialize 'jakarta.el.ExpressionFactory'. Check that you have the EL dependencies on the classpath, or use ParameterMessageInterpolator instead
                    jakarta.validation-api   | jakarta.validation-api is not on the class path
                    """)
    void needsAProviderWhereTheContractHasConstraints(String missingJar, String reason) throws Exception {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator, -1)) {
            if (!entry.contains(missingJar)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var without = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(without);
            var problem = without.loadClass(StartAlone.class.getName())
                    .getMethod("problem", Path.class)
                    .invoke(null, folder);

            assertThat(problem).isEqualTo("""
                            The RPC server cannot start: 1 problem.
                            [CRPC-519] %1$s.built takes %2$s, whose name has constraints, and nothing would enforce them: %3$s.
                              Fix: add a provider of Bean Validation, such as org.hibernate.validator:hibernate-validator with org.glassfish.expressly:expressly, or remove the constraints.""".formatted(
                            Handlers.class.getName(), Built.class.getName(), reason.replaceFirst("\\.$", "")));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Loaded once more, by a loader with fewer jars. */
    public static final class StartAlone {

        private StartAlone() {}

        public static @Nullable String problem(Path folder) {
            try {
                RpcServer.builder()
                        .config(CentrifugoConfig.builder().enabled(false).build())
                        .handlers(new Handlers())
                        .contracts(EchoServer.contract(folder, METHODS, TYPES))
                        .build();
                return null;
            } catch (RpcStartupException e) {
                return e.getMessage();
            }
        }
    }
}
