package io.github.centrifugorpc.maven.target.golang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.TypeRef.ListOf;
import io.github.centrifugorpc.contract.TypeRef.MapOf;
import io.github.centrifugorpc.contract.TypeRef.Named;
import io.github.centrifugorpc.contract.TypeRef.Nullable;
import io.github.centrifugorpc.contract.TypeRef.Scalar;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldTest {

    private static final TypeRef STRING = new Scalar(ScalarKind.STRING);
    private static final TypeRef INT = new Scalar(ScalarKind.INT);

    @Test
    void membersWithoutMoreArePlain() {
        assertThat(field(INT)).isEqualTo("X int32 `json:\"x\"`");
        assertThat(field(new Named("Task"))).isEqualTo("X Task `json:\"x\"`");
        assertThat(field(new ListOf(STRING))).isEqualTo("X []string `json:\"x\"` v.X = codec.List(v.X)");
    }

    @Test
    void nullableMembersArePointersThatAreLeftOut() {
        assertThat(field(new Nullable(INT))).isEqualTo("X *int32 `json:\"x,omitempty\"`");
        assertThat(field(new Nullable(new ListOf(STRING))))
                .isEqualTo("X *[]string `json:\"x,omitempty\"` v.X = codec.PointerTo(codec.List[string])(v.X)");
    }

    @Test
    void aDefaultThatIsGosZeroValueNeedsNoPointer() {
        assertThat(field(INT, number("0"))).isEqualTo("X int32 `json:\"x,omitempty\"`");
        assertThat(field(new Scalar(ScalarKind.BOOLEAN), new Literal.Bool(false)))
                .isEqualTo("X bool `json:\"x,omitempty\"`");
        assertThat(field(STRING, new Literal.Text(""))).isEqualTo("X string `json:\"x,omitempty\"`");
        assertThat(field(new Scalar(ScalarKind.DURATION), new Literal.Text("PT0S")))
                .isEqualTo("X Duration `json:\"x,omitempty\"`");
    }

    @Test
    void anyOtherDefaultNeedsOneAndIsTold() {
        assertThat(field(INT, number("20")))
                .isEqualTo("// Nil means 20, which the server fills in. X *int32 `json:\"x,omitempty\"`");
        assertThat(field(new Scalar(ScalarKind.BIG_DECIMAL), new Literal.Text("0")))
                .isEqualTo("// Nil means \"0\", which the server fills in. X *Decimal `json:\"x,omitempty\"`");
        assertThat(field(new Named("Status"), new Literal.Text("OPEN")))
                .isEqualTo("// Nil means \"OPEN\", which the server fills in. X *Status `json:\"x,omitempty\"`");
    }

    @Test
    void longsAsStrings() {
        var kind = new Scalar(ScalarKind.LONG_STRING);
        assertThat(field(kind)).isEqualTo("X int64 `json:\"x,string\"`");
        assertThat(field(new Nullable(kind))).isEqualTo("X *int64 `json:\"x,omitempty,string\"`");
        assertThat(field(new ListOf(kind))).isEqualTo("X []Int64String `json:\"x\"` v.X = codec.List(v.X)");
        assertThat(field(new MapOf(kind, kind))).isEqualTo("X map[int64]Int64String `json:\"x\"` v.X = codec.Map(v.X)");
    }

    @Test
    void completionsReachToTheBottom() {
        var instants = new ListOf(new Nullable(new ListOf(new Scalar(ScalarKind.INSTANT))));
        assertThat(field(new MapOf(STRING, instants)))
                .isEqualTo("X map[string][]*[]time.Time `json:\"x\"`"
                        + " v.X = codec.MapOf[string](codec.ListOf(codec.PointerTo(codec.ListOf(codec.Time))))(v.X)");
        assertThat(field(new MapOf(STRING, new MapOf(INT, new Scalar(ScalarKind.BYTES)))))
                .isEqualTo("X map[string]map[int32][]byte `json:\"x\"`"
                        + " v.X = codec.MapOf[string](codec.MapOf[int32](codec.List[byte]))(v.X)");
    }

    private static Literal number(String value) {
        return new Literal.Decimal(new BigDecimal(value));
    }

    private static String field(TypeRef type) {
        return field(type, Optional.empty());
    }

    private static String field(TypeRef type, Literal defaultValue) {
        return field(type, Optional.of(defaultValue));
    }

    private static String field(TypeRef type, Optional<Literal> defaultValue) {
        var member = new Member("x", "x", type, false, defaultValue, Docs.NONE, Optional.empty(), Place.UNKNOWN);
        var field = Field.of(member, false);
        var docs = String.join(" ", field.docLines());
        return (docs + " " + field.name() + " " + field.type() + " " + field.tag() + " "
                        + field.completion().orElse(""))
                .strip();
    }
}
