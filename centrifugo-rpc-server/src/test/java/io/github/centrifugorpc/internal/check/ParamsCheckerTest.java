package io.github.centrifugorpc.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.TypeRef.ListOf;
import io.github.centrifugorpc.contract.TypeRef.MapOf;
import io.github.centrifugorpc.contract.TypeRef.Named;
import io.github.centrifugorpc.contract.TypeRef.Nullable;
import io.github.centrifugorpc.contract.TypeRef.Scalar;
import io.github.centrifugorpc.contract.TypeRef.SetOf;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.json.WireJson;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Strict reading, type by type (types T1 to T7). */
class ParamsCheckerTest {

    private static final Scalar STRING = new Scalar(ScalarKind.STRING);
    private static final Scalar INT = new Scalar(ScalarKind.INT);

    private final JsonFactory json = WireJson.factory();
    private final ObjectMapper mapper = new ObjectMapper();

    /** Each line: a type, a JSON value, and either {@code ok} or what the violation says. */
    @ParameterizedTest
    @CsvFileSource(resources = "/scalars.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void scalars(String kind, String value, String expected) {
        var member = member("v", new Scalar(ScalarKind.valueOf(kind)), true);

        var checked = check("{\"v\":" + value + "}", object("P", member));

        assertThat(checked.violations().stream().map(Violation::message).collect(Collectors.joining("; ")))
                .isEqualTo(expected.equals("ok") ? "" : expected);
        assertThat(checked.violations()).allMatch(violation -> violation.path().equals("$.v"));
    }

    @Test
    void handsOnEmptyCollectionsForAbsentOnes() {
        var type = object(
                "P",
                member("list", new ListOf(STRING), false),
                member("set", new SetOf(INT), false),
                member("map", new MapOf(STRING, INT), false));

        assertThat(canonical("{}", type)).isEqualTo("{\"list\":[],\"set\":[],\"map\":{}}");
        assertThat(canonical("{\"map\":null,\"list\":null}", type)).isEqualTo("{\"map\":{},\"list\":[],\"set\":[]}");
        assertThat(canonical("null", type)).isEqualTo("{\"list\":[],\"set\":[],\"map\":{}}");
    }

    @Test
    void keepsNullApartFromAbsentWhereNullIsAllowed() {
        var type = object(
                "P",
                member("text", new Nullable(STRING), false),
                member("list", new Nullable(new ListOf(STRING)), false));

        assertThat(canonical("{}", type)).isEqualTo("{}");
        assertThat(canonical("{\"text\":null,\"list\":null}", type)).isEqualTo("{\"text\":null,\"list\":null}");
        assertThat(canonical("{\"text\":\"\",\"list\":[]}", type)).isEqualTo("{\"text\":\"\",\"list\":[]}");
    }

    @Test
    void fillsInDefaults() {
        var type = object(
                "P",
                withDefault("off", new Scalar(ScalarKind.BOOLEAN), new Literal.Bool(false)),
                withDefault("seven", INT, new Literal.Decimal(BigDecimal.valueOf(7))),
                withDefault("mood", STRING, new Literal.Text("fine")));

        assertThat(canonical("{}", type)).isEqualTo("{\"off\":false,\"seven\":7,\"mood\":\"fine\"}");
        assertThat(canonical("{\"mood\":null,\"off\":true}", type))
                .isEqualTo("{\"mood\":\"fine\",\"off\":true,\"seven\":7}");
    }

    @Test
    void refusesADefaultThatDoesNotFitItsMember() {
        var type = object("P", withDefault("seven", INT, new Literal.Text("7")));

        assertThatThrownBy(() ->
                        new CheckerCompiler(json, Map.of("P", type), Set.of(), false).params(new TypeRef.Named("P")))
                .hasMessage("the default of P.seven must be an integer from -2147483648 to 2147483647, but was \"7\"");
    }

    @Test
    void leavesABeansAbsentPrimitiveToTheBean() {
        var type = object("P", member("count", INT, false));

        assertThat(canonical("{}", type)).isEqualTo("{}");
        assertThat(canonical("{\"count\":null}", type)).isEqualTo("{}");
    }

    @Test
    void namesEveryViolationWithItsPath() {
        var line = object("Line", member("quantity", INT, true), member("sku", STRING, true));
        var order = object(
                "Order",
                member("lines", new ListOf(new Named("Line")), true),
                member("notes", new MapOf(STRING, new Nullable(STRING)), false),
                member("customer", STRING, true));

        var checked = check(
                "{\"lines\":[{\"quantity\":1,\"sku\":\"a\"},{\"quantity\":\"two\",\"sku\":null},7,null],"
                        + "\"notes\":{\"a b\":1,\"ok\":null}}",
                order,
                line);

        assertThat(checked.violations())
                .containsExactly(
                        new Violation(
                                "$.lines[1].quantity",
                                "must be an integer from -2147483648 to 2147483647, but was \"two\""),
                        new Violation("$.lines[1].sku", "must not be null"),
                        new Violation("$.lines[2]", "must be an object, but was 7"),
                        new Violation("$.lines[3]", "must be an object, but was null"),
                        new Violation("$.notes[\"a b\"]", "must be a string, but was 1"),
                        new Violation("$.customer", "is required"));
    }

    @Test
    void refusesNullElementsUnlessTheyMayBeNull() {
        var type = object(
                "P",
                member("strict", new ListOf(STRING), false),
                member("loose", new ListOf(new Nullable(STRING)), false),
                member("map", new MapOf(STRING, STRING), false));

        var checked = check("{\"strict\":[null],\"loose\":[null],\"map\":{\"k\":null}}", type);

        assertThat(checked.violations())
                .containsExactly(
                        new Violation("$.strict[0]", "must be a string, but was null"),
                        new Violation("$.map.k", "must be a string, but was null"));
    }

    @Test
    void refusesDuplicates() {
        var type = object("P", member("a", INT, true), member("m", new MapOf(STRING, INT), false));

        var checked = check("{\"a\":1,\"m\":{\"x\":1,\"x\":1,\"\\u0078\":2},\"a\":1,\"other\":1,\"other\":2}", type);

        assertThat(checked.violations())
                .containsExactly(
                        new Violation("$.m.x", "is given twice"),
                        new Violation("$.m.x", "is given twice"),
                        new Violation("$.a", "is given twice"));
    }

    @Test
    void checksEnums() {
        var priority = new EnumType(
                "Priority",
                "Priority",
                List.of(value("LOW"), value("HIGH")),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
        var type = object(
                "P",
                member("one", new Named("Priority"), true),
                member("map", new MapOf(new Named("Priority"), INT), false));

        assertThat(canonical("{\"one\":\"LOW\",\"map\":{\"HIGH\":1}}", type, priority))
                .isEqualTo("{\"one\":\"LOW\",\"map\":{\"HIGH\":1}}");
        assertThat(check("{\"one\":\" low\",\"map\":{\"MID\":1}}", type, priority)
                        .violations())
                .containsExactly(
                        new Violation("$.one", "must be one of \"LOW\", \"HIGH\", but was \" low\""),
                        new Violation("$.map.MID", "has a key that must be one of \"LOW\", \"HIGH\", but was \"MID\""));
        assertThat(check("{\"one\":0}", type, priority).violations())
                .containsExactly(new Violation("$.one", "must be one of \"LOW\", \"HIGH\", but was 0"));
    }

    @Test
    void checksKeys() {
        var type = object(
                "P",
                member("ids", new MapOf(new Scalar(ScalarKind.UUID), INT), false),
                member("bytes", new MapOf(new Scalar(ScalarKind.BYTE), INT), false),
                member("longs", new MapOf(new Scalar(ScalarKind.LONG), INT), false),
                member("dates", new MapOf(new Scalar(ScalarKind.LOCAL_DATE), INT), false));

        assertThat(check(
                                "{\"ids\":{\"123e4567-e89b-42d3-a456-426614174000\":1},\"bytes\":{\"-128\":1},"
                                        + "\"longs\":{\"9223372036854775807\":1},\"dates\":{\"2024-02-29\":1}}",
                                type)
                        .violations())
                .isEmpty();
        assertThat(check(
                                "{\"ids\":{\"x\":1},\"bytes\":{\"128\":1,\"+1\":1,\"01\":1},"
                                        + "\"longs\":{\"9223372036854775808\":1},\"dates\":{\"2023-02-29\":1}}",
                                type)
                        .violations())
                .extracting(Violation::message)
                .containsExactly(
                        "has a key that must be a UUID such as \"123e4567-e89b-12d3-a456-426614174000\", but was \"x\"",
                        "has a key that must be an integer from -128 to 127, but was \"128\"",
                        "has a key that must be an integer from -128 to 127, but was \"+1\"",
                        "has a key that must be an integer from -128 to 127, but was \"01\"",
                        "has a key that must be a decimal string of a 64-bit integer, but was \"9223372036854775808\"",
                        "has a key that must be a date such as \"2026-11-30\", but was \"2023-02-29\"");
    }

    @Test
    void readsTypesThatContainThemselves() {
        var node = object(
                "Node",
                member("name", STRING, true),
                member("parent", new Nullable(new Named("Node")), false),
                member("children", new ListOf(new Named("Node")), false));

        assertThat(canonical("{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"parent\":{\"name\":\"c\"}}]}", node))
                .isEqualTo("{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"parent\":{\"name\":\"c\",\"children\":[]},"
                        + "\"children\":[]}]}");
        assertThat(check("{\"name\":\"a\",\"children\":[{\"children\":[{\"name\":7}]}]}", node)
                        .violations())
                .containsExactly(
                        new Violation("$.children[0].children[0].name", "must be a string, but was 7"),
                        new Violation("$.children[0].name", "is required"));
    }

    @Test
    void dropsWhatTheContractDoesNotKnow() {
        assertThat(canonical(
                        "{\"a\":1,\"more\":{\"deep\":[1,{}]},\"other\":null}", object("P", member("a", INT, true))))
                .isEqualTo("{\"a\":1}");
    }

    private CheckedParams check(String params, ObjectType root, TypeDeclaration... others) {
        var types = Arrays.stream(others).collect(Collectors.toMap(TypeDeclaration::name, type -> type, (a, b) -> a));
        types.put(root.name(), root);
        try (var in = json.createParser(params)) {
            in.nextToken();
            return new CheckerCompiler(json, types, Set.of(), false)
                    .params(new TypeRef.Named(root.name()))
                    .check(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String canonical(String params, ObjectType root, TypeDeclaration... others) {
        var checked = check(params, root, others);
        assertThat(checked.violations()).isEmpty();
        try (var in = checked.tokens().asParser(mapper)) {
            return mapper.readTree(in).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectType object(String name, Member... members) {
        return new ObjectType(name, name, List.of(members), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static Member member(String name, TypeRef type, boolean required) {
        return new Member(name, name, type, required, Optional.empty(), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static Member withDefault(String name, TypeRef type, Literal value) {
        return new Member(name, name, type, false, Optional.of(value), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static EnumType.Value value(String name) {
        return new EnumType.Value(name, name, Docs.NONE, Optional.empty());
    }
}
