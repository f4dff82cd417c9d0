package io.github.centrifugorpc.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.centrifugorpc.contract.Constraint.Moment.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes that go beyond plain objects and names: each must come back from JSON as it was. */
class ContractShapesTest {

    private static final TypeRef TEXT = new TypeRef.Scalar(ScalarKind.STRING);

    static Stream<TypeDeclaration> declarations() {
        return Stream.of(
                new ObjectType(
                        "Page",
                        "com.acme.Page",
                        List.of("T"),
                        Optional.empty(),
                        List.of(
                                member(new TypeRef.ListOf(new TypeRef.Variable("T"))),
                                member(new TypeRef.Nullable(
                                        new TypeRef.Named("Page", List.of(new TypeRef.Variable("T")))))),
                        Optional.empty(),
                        Docs.NONE,
                        Optional.empty(),
                        Place.UNKNOWN),
                new ObjectType(
                        "Created",
                        "com.acme.Created",
                        List.of(),
                        Optional.of(new ObjectType.Tag("type", "created")),
                        List.of(member(new TypeRef.PatchOf(TEXT)), member(new TypeRef.Any())),
                        Optional.of(new TypeRef.Any()),
                        Docs.of("Something new."),
                        Optional.of("Use another."),
                        Place.UNKNOWN),
                new UnionType(
                        "Event",
                        "com.acme.Event",
                        "type",
                        List.of("Created", "Deleted"),
                        Optional.of("Deleted"),
                        Docs.of("What happened."),
                        Optional.empty(),
                        Place.UNKNOWN),
                new EnumType(
                        "Priority",
                        "com.acme.Priority",
                        ScalarKind.INT,
                        List.of(new EnumType.Value("3", "HIGH", List.of("4"), Docs.NONE, Optional.empty())),
                        Optional.of("3"),
                        Docs.NONE,
                        Optional.empty(),
                        Place.UNKNOWN));
    }

    static Stream<Constraint> constraints() {
        return Stream.of(
                new Constraint.Size(1, Optional.empty()),
                new Constraint.Size(0, Optional.of(3)),
                new Constraint.AtLeast(new BigDecimal("0.50"), true),
                new Constraint.AtMost(new BigDecimal("12345678901234567890"), false),
                new Constraint.Digits(3, 2),
                new Constraint.NotBlank(),
                new Constraint.Matches("[a-z]+\\d", List.of("CASE_INSENSITIVE")),
                new Constraint.Email(),
                new Constraint.Exactly(true),
                new Constraint.Moment(Relation.FUTURE_OR_PRESENT),
                new Constraint.Custom("Isbn"),
                new Constraint.Each(List.of(new Constraint.NotBlank(), new Constraint.Size(0, Optional.of(9)))));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void readsBackADeclaration(TypeDeclaration declaration) {
        assertThat(throughJson(declaration)).isEqualTo(declaration);
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void readsBackAConstraint(Constraint constraint) {
        var member = new Member(
                "name",
                "name",
                TEXT,
                true,
                Optional.empty(),
                List.of("old_name"),
                List.of(constraint),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
        var declaration = new ObjectType(
                "Params", "com.acme.Params", List.of(member), Docs.NONE, Optional.empty(), Place.UNKNOWN);
        assertThat(throughJson(declaration)).isEqualTo(declaration);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "sise"} | $.types[0].members[0].constraints[0] must be a constraint, found {"kind":"sise"}
            {"kind": "size", "least": 0.5} | $.types[0].members[0].constraints[0] must be a constraint, found {"kind":"size","least":0.5}
            {"kind": "matches"} | $.types[0].members[0].constraints[0] must be a constraint, found {"kind":"matches"}
            """)
    void namesThePathOfWhatIsNoConstraint(String constraint, String message) {
        var json = """
                {"format": 1, "title": "t", "layout": "plain", "naming": "as_is", "longs": "number", "methods": [],
                 "types": [{"kind": "object", "name": "A", "javaName": "A", "members": [
                   {"name": "a", "javaName": "a", "type": {"any": true}, "constraints": [%s]}]}]}
                """.formatted(constraint);
        assertThatThrownBy(() -> ContractJson.read(json, "c.json"))
                .isInstanceOf(ContractFormatException.class)
                .hasMessage("c.json: " + message);
    }

    @Test
    void bindsToWhatMayBeNullWhereNullIsTakenAlready() {
        var type = new TypeRef.ListOf(new TypeRef.Nullable(new TypeRef.Variable("T")));

        assertThat(type.bind(Map.of("T", new TypeRef.Nullable(TEXT))))
                .isEqualTo(new TypeRef.ListOf(new TypeRef.Nullable(TEXT)));
    }

    @Test
    void bindsVariablesAtAnyDepth() {
        var type = new TypeRef.MapOf(
                TEXT,
                new TypeRef.Nullable(new TypeRef.Named(
                        "Page", List.of(new TypeRef.SetOf(new TypeRef.Variable("T")), new TypeRef.Variable("U")))));
        assertThat(type.bind(Map.of("T", TEXT)))
                .isEqualTo(new TypeRef.MapOf(
                        TEXT,
                        new TypeRef.Nullable(new TypeRef.Named(
                                "Page", List.of(new TypeRef.SetOf(TEXT), new TypeRef.Variable("U"))))));
    }

    @Test
    void namesEveryDeclaredTypeFromLeftToRight() {
        var type = new TypeRef.MapOf(
                new TypeRef.Named("Key"),
                new TypeRef.ListOf(new TypeRef.Named("Page", List.of(new TypeRef.Named("Task"), TEXT))));
        assertThat(type.names()).containsExactly("Key", "Page", "Task");
    }

    private static TypeDeclaration throughJson(TypeDeclaration declaration) {
        var contract = new Contract("title", Layout.PLAIN, Naming.AS_IS, Longs.NUMBER, List.of(), List.of(declaration));
        var types = ContractJson.read(ContractJson.write(contract), "c.json").types();
        assertThat(types).hasSize(1);
        return types.get(0);
    }

    private static Member member(TypeRef type) {
        return new Member("name", "name", type, false, Optional.empty(), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }
}
