package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the scanner reads of a class is what the server's own Jackson reads and writes: the same names, and every one of
 * many random values. What the scanner refuses, a shape has to say.
 */
class ShapesTest {

    /** With {@code -Dfuzz.seed} a run is repeated. */
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

    private static final int VALUES = Integer.getInteger("fuzz.values", 1000);

    @TempDir
    static Path folder;

    private static Shapes shapes;
    private static Shapes.Scanned read;
    private static Shapes.Scanned written;

    @BeforeAll
    static void scan() {
        shapes = new Shapes(folder);
        read = shapes.fromSources(Direction.PARAMS);
        written = shapes.fromSources(Direction.RESULT);
    }

    @Test
    void areManyAndAllTheirProblemsAreTheirs() {
        assertThat(shapes.classes()).hasSizeGreaterThan(100);
        for (Shapes.Scanned scanned : List.of(read, written)) {
            long attributed = shapes.classes().stream()
                    .mapToLong(shape -> scanned.problemsOf(shape).size())
                    .sum();
            assertThat(attributed)
                    .as("%s", scanned.problems())
                    .isEqualTo(scanned.problems().size());
        }
    }

    @TestFactory
    Stream<DynamicTest> areWrittenAsTheContractSays() {
        ServerJson server = new ServerJson(written.contract());
        return shapes.classes().stream()
                .map(shape -> dynamicTest(name(shape), () -> {
                    if (isRefused(shape, written, "Refused", "OnlyRead")) {
                        return;
                    }
                    ObjectType type = written.of(shape).orElseThrow();
                    assertThat(type.members())
                            .extracting(Member::name)
                            .isEqualTo(inContractOrder(type, shape, server.written(shape)));
                    writeRandomInstances(server, type, shape);
                }));
    }

    @TestFactory
    Stream<DynamicTest> areReadAsTheContractSays() {
        ServerJson server = new ServerJson(read.contract());
        ServerJson back = new ServerJson(written.contract());
        return shapes.classes().stream()
                .map(shape -> dynamicTest(name(shape), () -> {
                    if (isRefused(shape, read, "Refused", "OnlyWritten")) {
                        return;
                    }
                    ObjectType type = read.of(shape).orElseThrow();
                    assertThat(type.members())
                            .extracting(Member::name)
                            .containsExactlyInAnyOrderElementsOf(withoutOpenOnes(type, server.read(shape)));
                    readRandomParams(server, back, type, shape);
                }));
    }

    @Test
    void areTheSameFromClassFiles() {
        assertThat(comparable(shapes.fromClasses(Direction.PARAMS).contract())).isEqualTo(comparable(read.contract()));
        assertThat(comparable(shapes.fromClasses(Direction.RESULT).contract()))
                .isEqualTo(comparable(written.contract()));
    }

    private static boolean isRefused(Class<?> shape, Shapes.Scanned scanned, String... markers) {
        boolean isMarked = Arrays.stream(markers).anyMatch(marker -> isMarked(shape, marker));
        List<String> problems = scanned.problemsOf(shape);
        assertThat(!problems.isEmpty()).as("%s", problems).isEqualTo(isMarked);
        return isMarked;
    }

    private static boolean isMarked(Class<?> shape, String marker) {
        return Arrays.stream(shape.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals(marker));
    }

    /** Jackson's names; in the contract's order where a class file does not keep that of its methods. */
    private static List<String> inContractOrder(ObjectType type, Class<?> shape, List<String> names) {
        List<String> declared = type.members().stream().map(Member::name).toList();
        boolean isOrdered = shape.isRecord() || shape.getDeclaredMethods().length == 0;
        return isOrdered || !new HashSet<>(declared).equals(new HashSet<>(names)) ? names : declared;
    }

    /** Jackson also fills the map behind further members as if it were a member. */
    private static List<String> withoutOpenOnes(ObjectType type, List<String> names) {
        return type.extra().isEmpty()
                ? names
                : names.stream().filter(name -> !name.equals("further")).toList();
    }

    private static void writeRandomInstances(ServerJson server, ObjectType type, Class<?> shape) throws Exception {
        RandomInstances instances = new RandomInstances(new Random(SEED));
        Conformance conformance = new Conformance(written.contract());
        int refused = 0;
        for (int i = 0; i < VALUES; i++) {
            Object instance = instances.of(shape, 0);
            try {
                conformance.check(server.write(instance), type);
            } catch (JsonMappingException e) {
                assertThat(e).hasMessageContaining("the contract says");
                refused++;
            }
        }
        assertThat(refused).isLessThan(VALUES);
    }

    private static void readRandomParams(ServerJson server, ServerJson back, ObjectType type, Class<?> shape)
            throws Exception {
        RandomJson values = new RandomJson(read.contract(), new Random(SEED));
        Optional<ObjectType> asWritten = written.problemsOf(shape).isEmpty() ? written.of(shape) : Optional.empty();
        for (int i = 0; i < VALUES; i++) {
            ObjectNode params = values.object(type, 0);
            Object value = server.read(params, type, shape);
            if (asWritten.isPresent() && !isMarked(shape, "ChangesValues")) {
                assertSame(params, back.write(value), type, asWritten.get());
            }
        }
    }

    /** What was sent comes back, as far as both directions have it. */
    private static void assertSame(JsonNode params, JsonNode result, ObjectType asRead, ObjectType asWritten) {
        Set<String> both = new HashSet<>();
        asWritten.members().forEach(member -> both.add(member.name()));
        for (Member member : asRead.members()) {
            JsonNode sent = params.get(member.name());
            boolean isGiven = sent != null && !sent.isNull();
            if (both.contains(member.name()) && isGiven) {
                boolean isLeftOut = !result.has(member.name())
                        && sent.isTextual()
                        && sent.asText().isEmpty();
                if (!isLeftOut && sent.isValueNode()) {
                    assertThat(plain(result.get(member.name())))
                            .as("%s of %s became %s", member.name(), params, result)
                            .isEqualTo(plain(sent));
                }
            }
        }
    }

    /** Equal numbers have equal texts, however they are written. */
    private static String plain(JsonNode value) {
        return value.isNumber()
                ? new BigDecimal(value.asText()).stripTrailingZeros().toPlainString()
                : value.asText();
    }

    private static String comparable(Contract contract) {
        return ContractJson.write(contract).replaceAll("(?s),?\\s*\"place\": \\{.*?}", "");
    }

    private static String name(Class<?> shape) {
        return shape.getName().replace("shapes.", "").replace('$', '.') + " (-Dfuzz.seed=" + SEED + ")";
    }
}
