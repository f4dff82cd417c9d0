package io.github.centrifugorpc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.RpcMethod.MethodOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes the fingerprints of which methods, and what changes none (contract C8). */
class FingerprintsTest {

    private static final TypeRef TEXT = new TypeRef.Scalar(ScalarKind.STRING);
    private static final TypeRef INT = new TypeRef.Scalar(ScalarKind.INT);

    private static final EnumType STATUS = new EnumType(
            "Status",
            "com.acme.Status",
            List.of(value("open", List.of("new", "fresh")), value("done", List.of())),
            Docs.NONE,
            Optional.empty(),
            Place.UNKNOWN);
    private static final ObjectType TASK = object(
            "Task",
            member("title", TEXT, new Constraint.NotBlank(), new Constraint.Size(1, Optional.of(9))),
            member("status", new TypeRef.Named("Status")),
            member("parent", new TypeRef.Nullable(new TypeRef.Named("Task"))));
    private static final ObjectType PAGE = new ObjectType(
            "Page",
            "com.acme.Page",
            List.of("T", "U"),
            Optional.empty(),
            List.of(
                    member("items", new TypeRef.ListOf(new TypeRef.Variable("T"))),
                    member("more", new TypeRef.Variable("U"))),
            Optional.empty(),
            Docs.NONE,
            Optional.empty(),
            Place.UNKNOWN);
    private static final ObjectType CREATED = variant("Created", "created", member("task", new TypeRef.Named("Task")));
    private static final ObjectType CLOSED = variant("Closed", "closed", member("event", new TypeRef.Named("Event")));
    private static final UnionType EVENT = new UnionType(
            "Event",
            "com.acme.Event",
            "type",
            List.of("Created", "Closed"),
            Optional.of("Closed"),
            Docs.NONE,
            Optional.empty(),
            Place.UNKNOWN);
    private static final ObjectType NOTE = object("Note", member("text", TEXT));
    private static final List<TypeDeclaration> TYPES = List.of(STATUS, TASK, PAGE, CREATED, CLOSED, EVENT, NOTE);
    private static final List<RpcMethod> METHODS = List.of(
            method("events.last", Optional.empty(), Optional.of(new TypeRef.Named("Event"))),
            method("notes.add", Optional.of("Note"), Optional.empty()),
            method(
                    "tasks.list",
                    Optional.empty(),
                    Optional.of(new TypeRef.Named("Page", List.of(new TypeRef.Named("Task"), INT)))),
            method("tasks.set", Optional.of("Task"), Optional.of(TEXT)));

    private static final Fingerprints BEFORE = Fingerprints.of(METHODS, TYPES);

    @Test
    void areTheSameInEveryVersionOfThisLibrary() {
        assertThat(BEFORE.contractHash()).isEqualTo("d6a4ffc5e4ece214f51fc9291ea78f666376f265f7f19062e2e373b525909b14");
        assertThat(BEFORE.methods())
                .hasToString("{events.last=47d67c6b, notes.add=5a6f9f37, tasks.list=d59446e3, tasks.set=00bf21c0}");
    }

    @Test
    void areThoseOfAContractThatWasWrittenAndRead() {
        var contract = new Contract("tasks", Layout.PLAIN, Naming.AS_IS, Longs.NUMBER, METHODS, TYPES);

        var read = ContractJson.read(ContractJson.write(contract), "contract.json");

        assertThat(Fingerprints.of(contract)).isEqualTo(BEFORE);
        assertThat(Fingerprints.of(read)).isEqualTo(BEFORE);
    }

    /** A change of one type, and the methods that reach it. */
    record Change(String name, TypeDeclaration before, TypeDeclaration after, List<String> methods) {

        Change(String name, TypeDeclaration before, TypeDeclaration after, String... methods) {
            this(name, before, after, List.of(methods));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        var all = new String[] {"events.last", "tasks.list", "tasks.set"};
        return Stream.of(
                new Change("a member's type", NOTE, object("Note", member("text", INT)), "notes.add"),
                new Change("a member's name", NOTE, object("Note", member("body", TEXT)), "notes.add"),
                new Change("one more member", NOTE, with(NOTE, member("x", TEXT)), "notes.add"),
                new Change("required", NOTE, object("Note", required("text")), "notes.add"),
                new Change("a default", NOTE, object("Note", withDefault("1.50")), "notes.add"),
                new Change("an alias", NOTE, object("Note", withAliases("old")), "notes.add"),
                new Change(
                        "a constraint",
                        NOTE,
                        object("Note", member("text", TEXT, new Constraint.Email())),
                        "notes.add"),
                new Change(
                        "the constraint of elements",
                        NOTE,
                        object("Note", member("text", TEXT, new Constraint.Each(List.of(new Constraint.Email())))),
                        "notes.add"),
                new Change("further members", NOTE, open(NOTE, new TypeRef.Any()), "notes.add"),
                new Change("a tag", CLOSED, variant("Closed", "shut", member("event", EVENT_REF)), "events.last"),
                new Change("a value of an enum", STATUS, values(value("open", List.of())), all),
                new Change("the alias of a value", STATUS, values(value("open", List.of("new"))), all),
                new Change("the base of an enum", STATUS, based(ScalarKind.INT, Optional.empty()), all),
                new Change("the fallback of an enum", STATUS, based(ScalarKind.STRING, Optional.of("open")), all),
                new Change("a type in the middle", TASK, with(TASK, member("x", TEXT)), all),
                new Change("a variant", EVENT, union("type", List.of("Created"), Optional.empty()), "events.last"),
                new Change("a discriminator", EVENT, union("kind", EVENT.variants(), EVENT.fallback()), "events.last"),
                new Change("a fallback", EVENT, union("type", EVENT.variants(), Optional.empty()), "events.last"),
                new Change("one of a circle", CLOSED, with(CLOSED, member("x", TEXT)), "events.last"),
                new Change("what two parameters stand for", PAGE, swapped(), "tasks.list"));
    }

    private static final TypeRef EVENT_REF = new TypeRef.Named("Event");

    @ParameterizedTest
    @MethodSource
    void changes(Change change) {
        var after = Fingerprints.of(METHODS, replaced(change.before(), change.after()));

        assertThat(differing(after)).isEqualTo(change.methods());
        assertThat(after.contractHash()).isNotEqualTo(BEFORE.contractHash());
    }

    static Stream<UnaryOperator<RpcMethod>> changesOfAMethod() {
        return Stream.of(
                method -> method("notes.add", Optional.of("Task"), Optional.empty()),
                method -> method("notes.add", Optional.empty(), Optional.empty()),
                method -> method("notes.add", Optional.of("Note"), Optional.of(TEXT)),
                method -> with(method, new MethodOptions(Optional.empty(), false, false, true, false)));
    }

    @ParameterizedTest
    @MethodSource
    void changesOfAMethod(UnaryOperator<RpcMethod> change) {
        var after = Fingerprints.of(replaced("notes.add", change), TYPES);

        assertThat(differing(after)).containsExactly("notes.add");
        assertThat(after.contractHash()).isNotEqualTo(BEFORE.contractHash());
    }

    @Test
    void countEachMethod() {
        var fewer = Fingerprints.of(METHODS.subList(1, 4), TYPES);

        assertThat(fewer.contractHash()).isNotEqualTo(BEFORE.contractHash());
        assertThat(fewer.methods()).isEqualTo(BEFORE.methods().tailMap("notes.add"));
    }

    @Test
    void countTheNamesOfMethodsAndTypes() {
        var renamed = Fingerprints.of(
                List.of(method("notes.put", Optional.of("Memo"), Optional.empty())),
                List.of(object("Memo", member("text", TEXT))));

        assertThat(renamed.methods().get("notes.put"))
                .isNotEqualTo(BEFORE.methods().get("notes.add"));
    }

    static Stream<Fingerprints> withoutMeaning() {
        var reversedTypes = new ArrayList<TypeDeclaration>();
        var reversedMethods = new ArrayList<RpcMethod>();
        TYPES.forEach(type -> reversedTypes.add(0, type));
        METHODS.forEach(method -> reversedMethods.add(0, method));
        var surplus = Stream.concat(TYPES.stream(), Stream.of(object("Unused", member("x", TEXT))))
                .toList();
        return Stream.of(
                Fingerprints.of(METHODS, reversedTypes),
                Fingerprints.of(reversedMethods, TYPES),
                Fingerprints.of(METHODS, surplus),
                Fingerprints.of(replaced("notes.add", FingerprintsTest::moved), TYPES),
                Fingerprints.of(METHODS, replaced(TASK, rewritten())),
                Fingerprints.of(METHODS, replaced(EVENT, reworded())),
                Fingerprints.of(METHODS, replaced(PAGE, renamedParameters())),
                Fingerprints.of(
                        METHODS,
                        replaced(STATUS, values(value("done", List.of()), value("open", List.of("fresh", "new"))))));
    }

    @ParameterizedTest
    @MethodSource
    void withoutMeaning(Fingerprints after) {
        assertThat(after).isEqualTo(BEFORE);
    }

    /** The same method elsewhere, with other words and with options that clients need not know. */
    private static RpcMethod moved(RpcMethod method) {
        return new RpcMethod(
                method.name(),
                "org.other.Handlers",
                "other",
                method.params(),
                method.result(),
                List.of("task_not_found"),
                Docs.of("Words."),
                Optional.of("Use another."),
                new MethodOptions(Optional.of(Duration.ofSeconds(3)), true, true, false, true),
                new Place("Other.java", 7));
    }

    /** The same task with its members, constraints and words in another order. */
    private static ObjectType rewritten() {
        return new ObjectType(
                "Task",
                "org.other.Task",
                List.of(
                        member("parent", new TypeRef.Nullable(new TypeRef.Named("Task"))),
                        new Member(
                                "title",
                                "headline",
                                TEXT,
                                false,
                                Optional.empty(),
                                List.of(),
                                List.of(new Constraint.Size(1, Optional.of(9)), new Constraint.NotBlank()),
                                Docs.of("Words."),
                                Optional.of("Use another."),
                                new Place("Task.java", 3)),
                        member("status", new TypeRef.Named("Status"))),
                Docs.of("Words."),
                Optional.of("Use another."),
                new Place("Task.java", 1));
    }

    private static UnionType reworded() {
        return new UnionType(
                "Event",
                "org.other.Event",
                "type",
                List.of("Closed", "Created"),
                Optional.of("Closed"),
                Docs.of("Words."),
                Optional.of("Use another."),
                new Place("Event.java", 1));
    }

    private static ObjectType renamedParameters() {
        return page(
                List.of("Item", "T"),
                member("items", new TypeRef.ListOf(new TypeRef.Variable("Item"))),
                member("more", new TypeRef.Variable("T")));
    }

    private static ObjectType swapped() {
        return page(List.of("U", "T"), PAGE.members().toArray(Member[]::new));
    }

    /** Whoever walked all that a method reaches, for each method anew, would be at it for many minutes. */
    @Test
    @Timeout(60)
    void costNoMoreThanTheContractIsLong() {
        int count = 10_000;
        var types = IntStream.range(0, count)
                .<TypeDeclaration>mapToObj(i ->
                        object("T" + i, member("next", new TypeRef.Named("T" + (i + 1) % count))))
                .toList();
        var methods = IntStream.range(0, count)
                .mapToObj(i -> method("chain.m" + i, Optional.of("T" + i), Optional.empty()))
                .toList();

        var before = Fingerprints.of(methods, types);
        var longer = new ArrayList<>(types);
        longer.set(7, object("T7", member("next", new TypeRef.Named("T8")), member("x", TEXT)));
        var after = Fingerprints.of(methods, longer);

        assertThat(after.methods()).hasSize(count);
        assertThat(Collections.disjoint(
                        after.methods().entrySet(), before.methods().entrySet()))
                .isTrue();
    }

    private static List<String> differing(Fingerprints after) {
        assertThat(after.methods().keySet()).isEqualTo(BEFORE.methods().keySet());
        return after.methods().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(BEFORE.methods().get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<TypeDeclaration> replaced(TypeDeclaration before, TypeDeclaration after) {
        return TYPES.stream().map(type -> type.equals(before) ? after : type).toList();
    }

    private static List<RpcMethod> replaced(String name, UnaryOperator<RpcMethod> change) {
        return METHODS.stream()
                .map(method -> method.name().equals(name) ? change.apply(method) : method)
                .toList();
    }

    private static RpcMethod method(String name, Optional<String> params, Optional<TypeRef> result) {
        return new RpcMethod(
                name,
                "com.acme.Handlers",
                "answer",
                params.map(TypeRef.Named::new),
                result,
                List.of(),
                Docs.NONE,
                Optional.empty(),
                MethodOptions.DEFAULTS,
                Place.UNKNOWN);
    }

    private static RpcMethod with(RpcMethod method, MethodOptions options) {
        return new RpcMethod(
                method.name(),
                method.handler(),
                method.javaMethod(),
                method.params(),
                method.result(),
                method.errors(),
                method.docs(),
                method.deprecated(),
                options,
                method.place());
    }

    private static ObjectType object(String name, Member... members) {
        return new ObjectType(name, "com.acme." + name, List.of(members), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static ObjectType with(ObjectType type, Member member) {
        return new ObjectType(
                type.name(),
                type.javaName(),
                type.typeParameters(),
                type.tag(),
                Stream.concat(type.members().stream(), Stream.of(member)).toList(),
                type.extra(),
                type.docs(),
                type.deprecated(),
                type.place());
    }

    private static ObjectType open(ObjectType type, TypeRef extra) {
        return new ObjectType(
                type.name(),
                type.javaName(),
                type.typeParameters(),
                type.tag(),
                type.members(),
                Optional.of(extra),
                type.docs(),
                type.deprecated(),
                type.place());
    }

    private static ObjectType page(List<String> typeParameters, Member... members) {
        return new ObjectType(
                "Page",
                "com.acme.Page",
                typeParameters,
                Optional.empty(),
                List.of(members),
                Optional.empty(),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static ObjectType variant(String name, String tag, Member... members) {
        return new ObjectType(
                name,
                "com.acme." + name,
                List.of(),
                Optional.of(new ObjectType.Tag("type", tag)),
                List.of(members),
                Optional.empty(),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static UnionType union(String discriminator, List<String> variants, Optional<String> fallback) {
        return new UnionType(
                "Event",
                "com.acme.Event",
                discriminator,
                variants,
                fallback,
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static EnumType values(EnumType.Value... values) {
        return new EnumType(
                "Status", "org.other.Status", List.of(values), Docs.of("Words."), Optional.empty(), Place.UNKNOWN);
    }

    private static EnumType based(ScalarKind base, Optional<String> fallback) {
        return new EnumType(
                "Status",
                "com.acme.Status",
                base,
                STATUS.values(),
                fallback,
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static EnumType.Value value(String name, List<String> aliases) {
        return new EnumType.Value(name, name.toUpperCase(Locale.ROOT), aliases, Docs.NONE, Optional.empty());
    }

    private static Member member(String name, TypeRef type, Constraint... constraints) {
        return member(name, type, false, Optional.empty(), List.of(), constraints);
    }

    private static Member required(String name) {
        return member(name, TEXT, true, Optional.empty(), List.of());
    }

    private static Member withDefault(String number) {
        return member("text", TEXT, false, Optional.of(new Literal.Decimal(new BigDecimal(number))), List.of());
    }

    private static Member withAliases(String... aliases) {
        return member("text", TEXT, false, Optional.empty(), List.of(aliases));
    }

    private static Member member(
            String name,
            TypeRef type,
            boolean isRequired,
            Optional<Literal> defaultValue,
            List<String> aliases,
            Constraint... constraints) {
        return new Member(
                name,
                name,
                type,
                isRequired,
                defaultValue,
                aliases,
                List.of(constraints),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }
}
