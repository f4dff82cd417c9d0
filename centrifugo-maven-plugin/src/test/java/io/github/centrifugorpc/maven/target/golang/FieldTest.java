package io.github.centrifugorpc.maven.target.golang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.TypeRef.Any;
import io.github.centrifugorpc.contract.TypeRef.ListOf;
import io.github.centrifugorpc.contract.TypeRef.MapOf;
import io.github.centrifugorpc.contract.TypeRef.Named;
import io.github.centrifugorpc.contract.TypeRef.Nullable;
import io.github.centrifugorpc.contract.TypeRef.PatchOf;
import io.github.centrifugorpc.contract.TypeRef.Scalar;
import io.github.centrifugorpc.contract.TypeRef.Variable;
import io.github.centrifugorpc.contract.UnionType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldTest {

    private static final TypeRef STRING = new Scalar(ScalarKind.STRING);
    private static final TypeRef INT = new Scalar(ScalarKind.INT);
    private static final GoTypes TYPES = new GoTypes(new Contract(
            "tasks",
            Layout.PLAIN,
            Naming.SNAKE_CASE,
            Longs.NUMBER,
            List.of(),
            List.of(
                    object("Task"),
                    object("Page", "T"),
                    enumOf("Status", ScalarKind.STRING),
                    enumOf("Level", ScalarKind.INT),
                    new UnionType(
                            "Event",
                            "Event",
                            "type",
                            List.of(),
                            Optional.empty(),
                            Docs.NONE,
                            Optional.empty(),
                            Place.UNKNOWN))));

    @Test
    void membersWithoutMoreArePlain() {
        assertField(INT, "X int32 `json:\"x\"`", "codec.Required(o, \"x\", &v.X, codec.Int[int32])");
        assertField(new Named("Task"), "X Task `json:\"x\"`", "codec.Required(o, \"x\", &v.X, (*Task).json)");
        assertField(new Named("Status"), "X Status `json:\"x\"`", "codec.Required(o, \"x\", &v.X, codec.Text[Status])");
        assertField(new Named("Level"), "X Level `json:\"x\"`", "codec.Required(o, \"x\", &v.X, codec.Int[Level])");
        assertField(new Named("Event"), "X Event `json:\"x\"`", "codec.Required(o, \"x\", &v.X, eventJSON)");
        assertField(new Any(), "X json.RawMessage `json:\"x\"`", "codec.Required(o, \"x\", &v.X, codec.Raw)");
    }

    @Test
    void listsAndMapsAreNeverAbsentWhenWritten() {
        assertField(
                new ListOf(STRING),
                "X []string `json:\"x\"`",
                "codec.Container(o, \"x\", &v.X, codec.List(codec.Text[string]))");
        assertField(
                new MapOf(new Named("Level"), new Scalar(ScalarKind.BYTES)),
                "X map[Level][]byte `json:\"x\"`",
                "codec.Container(o, \"x\", &v.X, codec.IntMap[Level](codec.Bytes))");
    }

    @Test
    void nullableMembersArePointersThatAreLeftOut() {
        assertField(
                new Nullable(INT),
                "X *int32 `json:\"x,omitempty\"`",
                "codec.Optional(o, \"x\", &v.X, codec.Int[int32])");
        assertField(
                new Nullable(new ListOf(STRING)),
                "X *[]string `json:\"x,omitempty\"`",
                "codec.Optional(o, \"x\", &v.X, codec.List(codec.Text[string]))");
    }

    @Test
    void whatHasANilNeedsNoPointer() {
        assertField(
                new Nullable(new Named("Event")),
                "X Event `json:\"x,omitempty\"`",
                "codec.Omitted(o, \"x\", &v.X, v.X == nil, eventJSON)");
        assertField(
                new Nullable(new Any()),
                "X json.RawMessage `json:\"x,omitempty\"`",
                "codec.Omitted(o, \"x\", &v.X, v.X == nil, codec.Raw)");
        assertField(
                new ListOf(new Nullable(new Named("Event"))),
                "X []Event `json:\"x\"`",
                "codec.Container(o, \"x\", &v.X, codec.List(codec.OrNull(eventJSON)))");
    }

    @Test
    void changesHaveATypeOfTheirOwn() {
        assertField(
                new PatchOf(new ListOf(INT)),
                "X Patch[[]int32] `json:\"x,omitzero\"`",
                "codec.Changed(o, \"x\", &v.X.change, codec.List(codec.Int[int32]))");
    }

    @Test
    void typeArgumentsStandInBrackets() {
        assertField(
                new Named("Page", List.of(new Nullable(new Named("Task")))),
                "X Page[*Task] `json:\"x\"`",
                "codec.Required(o, \"x\", &v.X, (*Page[*Task]).json)");
        assertField(
                new Nullable(new Variable("T")),
                "X *T `json:\"x,omitempty\"`",
                "codec.Optional(o, \"x\", &v.X, argumentJSON[T])");
        assertField(
                new Variable("Task"), "X Task_ `json:\"x\"`", "codec.Required(o, \"x\", &v.X, argumentJSON[Task_])");
    }

    @Test
    void aDefaultThatIsGosZeroValueNeedsNoPointer() {
        assertField(
                INT,
                number("0"),
                "X int32 `json:\"x,omitempty\"`",
                "codec.Omitted(o, \"x\", &v.X, v.X == 0, codec.Int[int32])");
        assertField(
                new Scalar(ScalarKind.BOOLEAN),
                new Literal.Bool(false),
                "X bool `json:\"x,omitempty\"`",
                "codec.Omitted(o, \"x\", &v.X, !v.X, codec.Bool)");
        assertField(
                STRING,
                new Literal.Text(""),
                "X string `json:\"x,omitempty\"`",
                "codec.Omitted(o, \"x\", &v.X, v.X == \"\", codec.Text[string])");
        assertField(
                new Scalar(ScalarKind.BYTES),
                new Literal.Text(""),
                "X []byte `json:\"x,omitempty\"`",
                "codec.Omitted(o, \"x\", &v.X, len(v.X) == 0, codec.Bytes)");
        assertField(
                new Scalar(ScalarKind.DURATION),
                new Literal.Text("PT0S"),
                "X Duration `json:\"x,omitempty\"`",
                "codec.Omitted(o, \"x\", &v.X, v.X == 0, codec.Own[Duration])");
    }

    @Test
    void anyOtherDefaultNeedsOneAndIsTold() {
        assertField(
                INT,
                number("20"),
                "// Nil means 20, which the server fills in. X *int32 `json:\"x,omitempty\"`",
                "codec.Optional(o, \"x\", &v.X, codec.Int[int32])");
        assertField(
                new Scalar(ScalarKind.BIG_DECIMAL),
                new Literal.Text("0"),
                "// Nil means \"0\", which the server fills in. X *Decimal `json:\"x,omitempty\"`",
                "codec.Optional(o, \"x\", &v.X, codec.Own[Decimal])");
        assertField(
                new Named("Status"),
                new Literal.Text("OPEN"),
                "// Nil means \"OPEN\", which the server fills in. X *Status `json:\"x,omitempty\"`",
                "codec.Optional(o, \"x\", &v.X, codec.Text[Status])");
    }

    @Test
    void longsAsStrings() {
        var kind = new Scalar(ScalarKind.LONG_STRING);
        assertField(kind, "X int64 `json:\"x,string\"`", "codec.Required(o, \"x\", &v.X, codec.IntText[int64])");
        assertField(
                new Nullable(kind),
                "X *int64 `json:\"x,omitempty,string\"`",
                "codec.Optional(o, \"x\", &v.X, codec.IntText[int64])");
        assertField(
                new MapOf(kind, new ListOf(kind)),
                "X map[int64][]Int64String `json:\"x\"`",
                "codec.Container(o, \"x\", &v.X, codec.IntMap[int64](codec.List(codec.IntText[Int64String])))");
    }

    @Test
    void membersThatHoldTheirStructAreBehindPointersAndYetRequired() {
        var field = Field.of(member(new Named("Task"), Optional.empty()), true, TYPES);

        assertThat(field.type()).isEqualTo("*Task");
        assertThat(field.tag()).isEqualTo("`json:\"x\"`");
        assertThat(field.coding()).isEqualTo("codec.Required(o, \"x\", &v.X, codec.Held((*Task).json))");
    }

    private static Literal number(String value) {
        return new Literal.Decimal(new BigDecimal(value));
    }

    private static void assertField(TypeRef type, String declaration, String coding) {
        assertField(member(type, Optional.empty()), declaration, coding);
    }

    private static void assertField(TypeRef type, Literal defaultValue, String declaration, String coding) {
        assertField(member(type, Optional.of(defaultValue)), declaration, coding);
    }

    private static void assertField(Member member, String declaration, String coding) {
        var field = Field.of(member, false, TYPES);

        var docs = String.join(" ", field.docLines());
        assertThat((docs + " " + field.name() + " " + field.type() + " " + field.tag()).strip())
                .isEqualTo(declaration);
        assertThat(field.coding()).isEqualTo(coding);
    }

    private static Member member(TypeRef type, Optional<Literal> defaultValue) {
        return new Member("x", "x", type, false, defaultValue, Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static ObjectType object(String name, String... typeParameters) {
        return new ObjectType(
                name,
                name,
                List.of(typeParameters),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static EnumType enumOf(String name, ScalarKind base) {
        return new EnumType(name, name, base, List.of(), Optional.empty(), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }
}
