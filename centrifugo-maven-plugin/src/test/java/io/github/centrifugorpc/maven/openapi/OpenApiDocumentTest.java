package io.github.centrifugorpc.maven.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.ScalarKind;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiDocumentTest {

    private static final Contract TASKS = contract("""
            {"name": "tasks.archive", "handler": "com.acme.TaskHandlers", "javaMethod": "archive", "params": {"type": "ArchiveParams"},
              "docs": ["Puts a task away."], "deprecated": "Use tasks.delete."},
            {"name": "tasks.count", "handler": "com.acme.TaskHandlers", "javaMethod": "count", "result": {"scalar": "long"}},
            {"name": "tasks.find", "handler": "com.acme.TaskHandlers", "javaMethod": "find", "params": {"type": "FindParams"},
              "result": {"nullable": {"type": "Task"}},
              "docs": ["Finds one.", {"list": ["by id", "by title"]}, {"code": "find(1)\\nfind(2)"}]}
            """, """
            {"kind": "object", "name": "ArchiveParams", "javaName": "com.acme.ArchiveParams", "members": [
              {"name": "id", "javaName": "id", "type": {"scalar": "uuid"}, "required": true, "docs": ["Which one."]},
              {"name": "tags", "javaName": "tags", "type": {"set": {"scalar": "string"}}},
              {"name": "keep", "javaName": "keep", "type": {"scalar": "boolean"}, "deprecated": ""}]},
            {"kind": "object", "name": "FindParams", "javaName": "com.acme.FindParams", "members": [
              {"name": "status", "javaName": "status", "type": {"type": "Status"}, "default": "OPEN", "docs": ["Only these."]},
              {"name": "limit", "javaName": "limit", "type": {"scalar": "int"}, "default": 20},
              {"name": "budget", "javaName": "budget", "type": {"scalar": "big_decimal"}, "default": 1.50},
              {"name": "done", "javaName": "done", "type": {"scalar": "boolean"}, "default": false}]},
            {"kind": "enum", "name": "Status", "javaName": "com.acme.Status", "docs": ["How far it is."], "values": [
              {"name": "OPEN", "javaName": "OPEN", "docs": ["Not done."]},
              {"name": "DONE", "javaName": "DONE"},
              {"name": "GONE", "javaName": "GONE", "deprecated": "Use DONE."}]},
            {"kind": "object", "name": "Task", "javaName": "com.acme.Task", "members": [
              {"name": "status", "javaName": "status", "type": {"nullable": {"type": "Status"}}},
              {"name": "parts", "javaName": "parts", "type": {"list": {"type": "Task"}}},
              {"name": "by_day", "javaName": "byDay",
                "type": {"map": {"key": {"scalar": "local_date"}, "value": {"nullable": {"scalar": "double"}}}}}]}
            """);

    @Test
    void isValid() {
        assertThat(complaintsAbout(document(TASKS))).isEmpty();
    }

    @Test
    void whatIsInvalidWouldBeNoticed() {
        var invalid = document(TASKS).replace("\"tasksCount\"", "\"tasksFind\"");

        assertThat(complaintsAbout(invalid))
                .containsExactly("attribute paths.'/rpc/tasks.find'(post).operationId is repeated");
    }

    @TestFactory
    Stream<DynamicTest> everyContractOfTheCorpusIsValid() throws IOException {
        try (var folders = Files.list(Path.of("..", "it", "corpus", "contracts"))) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        var contract =
                                ContractJson.read(Files.readString(folder.resolve("contract.json")), folder.toString());
                        assertThat(complaintsAbout(document(contract))).isEmpty();
                    }));
        }
    }

    @Test
    void describesACallWithParamsAndWithoutResult() {
        assertThat(at(TASKS, "/paths/~1rpc~1tasks.archive")).isEqualTo(json("""
                {"post": {
                  "tags": ["rpc"],
                  "operationId": "tasksArchive",
                  "description": "Puts a task away.\\n\\nDeprecated. Use tasks.delete.",
                  "deprecated": true,
                  "security": [{"token": []}],
                  "requestBody": {
                    "required": true,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ArchiveParams"}}}},
                  "responses": {
                    "200": {"description": "Done; the body is null."},
                    "default": {
                      "description": "The call failed.",
                      "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RpcErrorReply"}}}}}}}
                """));
    }

    @Test
    void describesACallWithoutParams() {
        var call = at(TASKS, "/paths/~1rpc~1tasks.count/post");

        assertThat(call.has("requestBody")).isFalse();
        assertThat(call.at("/responses/200/content/application~1json/schema/format")
                        .textValue())
                .isEqualTo("int64");
    }

    @Test
    void demandsNoBodyWhereNothingMustBeGiven() {
        assertThat(at(TASKS, "/paths/~1rpc~1tasks.find/post/requestBody/required")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void writesDocsAsMarkdown() {
        assertThat(at(TASKS, "/paths/~1rpc~1tasks.find/post/description").textValue())
                .isEqualTo("Finds one.\n\n- by id\n- by title\n\n    find(1)\n    find(2)");
    }

    @Test
    void describesWhatCallersWrite() {
        assertThat(at(TASKS, "/components/schemas/ArchiveParams")).isEqualTo(json("""
                {"type": "object", "required": ["id", "keep"], "properties": {
                  "id": {"type": "string", "format": "uuid", "description": "Which one."},
                  "tags": {"type": "array", "items": {"type": "string"}, "description": "A set: its order means nothing."},
                  "keep": {"type": "boolean", "description": "Deprecated.", "deprecated": true}}}
                """));
    }

    @Test
    void writesDefaultsAsTheyTravel() {
        assertThat(at(TASKS, "/components/schemas/FindParams")).isEqualTo(json("""
                {"type": "object", "properties": {
                  "status": {"allOf": [{"$ref": "#/components/schemas/Status"}], "description": "Only these.", "default": "OPEN"},
                  "limit": {"type": "integer", "format": "int32", "minimum": -2147483648, "maximum": 2147483647, "default": 20},
                  "budget": {"type": "string", "format": "decimal", "default": "1.50"},
                  "done": {"type": "boolean", "default": false}}}
                """));
    }

    @Test
    void promisesWhatTheServerAlwaysWrites() {
        assertThat(at(TASKS, "/components/schemas/Task")).isEqualTo(json("""
                {"type": "object", "required": ["parts", "by_day"], "properties": {
                  "status": {"allOf": [{"$ref": "#/components/schemas/Status"}], "nullable": true},
                  "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Task"}},
                  "by_day": {
                    "type": "object", "description": "Keys: local date.",
                    "additionalProperties": {"type": "number", "format": "double", "nullable": true}}}}
                """));
    }

    @Test
    void listsTheValuesOfAnEnumAndSaysThatItIsOpen() {
        assertThat(at(TASKS, "/components/schemas/Status")).isEqualTo(json("""
                {"type": "string", "enum": ["OPEN", "DONE", "GONE"],
                 "description": "How far it is.\\n\\nOpen: a newer server may send values that are not listed here.\\n\\n\
                `OPEN`: Not done.\\n\\n`GONE`: Deprecated. Use DONE."}
                """));
    }

    @ParameterizedTest
    @EnumSource
    void everyScalarIsValid(ScalarKind kind) {
        var contract = contract("""
                {"name": "a.b", "handler": "A", "javaMethod": "b", "result": {"scalar": "%s"}}
                """.formatted(kind.wireName()), "");

        assertThat(complaintsAbout(document(contract))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            boolean          | {"type":"boolean"}
            byte             | {"type":"integer","format":"int32","minimum":-128,"maximum":127}
            short            | {"type":"integer","format":"int32","minimum":-32768,"maximum":32767}
            int              | {"type":"integer","format":"int32","minimum":-2147483648,"maximum":2147483647}
            long             | {"type":"integer","format":"int64","minimum":-9007199254740991,"maximum":9007199254740991}
            long_string      | {"type":"string","pattern":"^-?[0-9]{1,19}$"}
            float            | {"type":"number","format":"float"}
            double           | {"type":"number","format":"double"}
            big_integer      | {"type":"string","pattern":"^-?[0-9]+$"}
            big_decimal      | {"type":"string","format":"decimal"}
            string           | {"type":"string"}
            char             | {"type":"string","minLength":1,"maxLength":1}
            uuid             | {"type":"string","format":"uuid"}
            bytes            | {"type":"string","format":"byte"}
            instant          | {"type":"string","format":"date-time"}
            offset_date_time | {"type":"string","format":"date-time"}
            zoned_date_time  | {"type":"string","format":"date-time"}
            local_date       | {"type":"string","format":"date"}
            local_time       | {"type":"string","format":"time-local"}
            local_date_time  | {"type":"string","format":"date-time-local"}
            duration         | {"type":"string","format":"duration"}
            """)
    void describesEachScalarAsItTravels(String scalar, String schema) {
        var kind = ScalarKind.valueOf(scalar.toUpperCase(Locale.ROOT));

        assertThat(ScalarSchemas.of(kind)).hasToString(schema);
    }

    @Test
    void everyShapeIsValid() {
        assertThat(complaintsAbout(document(shapes()))).isEmpty();
    }

    @Test
    void tellsVariantsApartByTheirTag() {
        assertThat(at(shapes(), "/components/schemas/Event")).isEqualTo(json("""
                {"oneOf": [
                   {"$ref": "#/components/schemas/TaskCreated"},
                   {"$ref": "#/components/schemas/TaskDeleted"},
                   {"$ref": "#/components/schemas/Tick"}],
                 "discriminator": {"propertyName": "type", "mapping": {
                   "task_created": "#/components/schemas/TaskCreated",
                   "task_deleted": "#/components/schemas/TaskDeleted",
                   "tick": "#/components/schemas/Tick"}},
                 "description": "What happens to tasks.\\n\\nOpen: a newer server may send variants that are not listed here."}
                """));
        assertThat(at(shapes(), "/components/schemas/TaskDeleted")).isEqualTo(json("""
                {"type": "object", "required": ["type"], "properties": {
                  "type": {"type": "string", "enum": ["task_deleted"]},
                  "reason": {"type": "string", "nullable": true}}}
                """));
        assertThat(at(shapes(), "/paths/~1rpc~1events.add/post/requestBody/required")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void writesAGenericTypeOncePerChoiceOfArguments() {
        assertThat(namesIn(at(shapes(), "/components/schemas")))
                .contains(
                        "PageOfEvent",
                        "PageOfPageOfNullableInstant",
                        "PageOfNullableInstant",
                        "PairOfStringAndIdOfEvent")
                .doesNotContain("Page", "Pair", "Id");
        assertThat(at(shapes(), "/components/schemas/PageOfEvent")).isEqualTo(json("""
                {"type": "object", "description": "One page of many things.", "required": ["items", "by_key"], "properties": {
                  "items": {"type": "array", "items": {"$ref": "#/components/schemas/Event"}},
                  "next": {"allOf": [{"$ref": "#/components/schemas/PageOfEvent"}], "nullable": true},
                  "by_key": {"type": "object", "description": "Keys: local date.", "additionalProperties": {
                    "type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Event"}], "nullable": true}}}}}
                """));
    }

    @Test
    void givesAGenericTypeAnotherNameThanADeclaredOne() {
        var contract = contract("""
                {"name": "find", "handler": "A", "javaMethod": "find",
                 "result": {"type": "Page", "arguments": [{"type": "Task"}]}}
                """, """
                {"kind": "object", "name": "Page", "javaName": "Page", "typeParameters": ["T"], "members": [
                  {"name": "one", "javaName": "one", "type": {"variable": "T"}, "required": true}]},
                {"kind": "object", "name": "PageOfTask", "javaName": "PageOfTask", "members": []},
                {"kind": "object", "name": "Task", "javaName": "Task", "members": []}
                """);

        assertThat(at(contract, "/components/schemas/PageOfTask_/properties/one/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/Task");
        assertThat(complaintsAbout(document(contract))).isEmpty();
    }

    @Test
    void saysNothingOfAnythingAndDoesNotPromiseIt() {
        assertThat(at(shapes(), "/components/schemas/Metrics")).isEqualTo(json("""
                {"type": "object", "required": ["took", "by_level", "anything"], "properties": {
                  "took": {"type": "string", "format": "duration"},
                  "by_level": {"type": "object", "description": "Keys: Level.",
                    "additionalProperties": {"type": "integer", "format": "int64",
                      "minimum": -9007199254740991, "maximum": 9007199254740991}},
                  "raw": {},
                  "anything": {"type": "array", "items": {}}},
                 "additionalProperties": true}
                """));
        assertThat(at(shapes(), "/components/schemas/Constant/required")).isEqualTo(json("[\"@kind\", \"value\"]"));
    }

    @Test
    void tellsAPatchFromWhatMayBeNull() {
        assertThat(at(shapes(), "/components/schemas/Update")).isEqualTo(json("""
                {"type": "object", "required": ["id"], "properties": {
                  "id": {"type": "string"},
                  "name": {"type": "string", "nullable": true, "minLength": 1,
                    "description": "Not blank.\\n\\nAbsent: stays as it is; null: cleared."},
                  "due": {"type": "string", "format": "date", "nullable": true,
                    "description": "When it is due.\\n\\nAbsent: stays as it is; null: cleared."},
                  "tags": {"type": "array", "items": {"type": "string"}, "nullable": true,
                    "description": "Absent: stays as it is; null: cleared."}}}
                """));
    }

    @Test
    void namesTheTypeOfFurtherMembers() {
        assertThat(at(shapes(), "/components/schemas/Labels/additionalProperties"))
                .isEqualTo(json("{\"type\": \"string\"}"));
        assertThat(at(shapes(), "/components/schemas/Bag/additionalProperties/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/Level");
    }

    @Test
    void namesTheNumbersOfAnEnum() {
        assertThat(at(shapes(), "/components/schemas/Level")).isEqualTo(json("""
                {"type": "integer", "format": "int32", "enum": [-1, 0, 10], "x-enum-varnames": ["OFF", "LOW", "HIGH"],
                 "description": "How loud.\\n\\nOpen: a newer server may send values that are not listed here.\\n\\n\
                `-1` (`OFF`)\\n\\n`0` (`LOW`): Hardly there.\\n\\n`10` (`HIGH`): Deprecated. Use LOW."}
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            {"scalar":"string"}            | {"kind":"size","least":3,"most":5}                   | "minLength":1,"maxLength":5
            {"scalar":"string"}            | {"kind":"size","least":0}                            |
            {"scalar":"string"}            | {"kind":"not_blank"}                                 | "minLength":1
            {"scalar":"string"}            | {"kind":"email"}                                     |
            {"scalar":"string"}            | {"kind":"matches","pattern":"a+"}                    |
            {"scalar":"bytes"}             | {"kind":"size","least":3,"most":5}                   |
            {"list":{"scalar":"string"}}   | {"kind":"size","least":3,"most":5}                   | "minItems":3,"maxItems":5
            {"set":{"scalar":"string"}}    | {"kind":"size","least":3,"most":5}                   | "minItems":3
            {"scalar":"int"}               | {"kind":"at_least","bound":1,"inclusive":true}       | "minimum":1
            {"scalar":"int"}               | {"kind":"at_least","bound":0,"inclusive":false}      | "minimum":0,"exclusiveMinimum":true
            {"scalar":"int"}               | {"kind":"at_most","bound":99999999999,"inclusive":true} |
            {"nullable":{"scalar":"byte"}} | {"kind":"at_most","bound":9,"inclusive":false}       | "maximum":9,"exclusiveMaximum":true
            {"scalar":"double"}            | {"kind":"at_most","bound":0.5,"inclusive":true}      | "maximum":0.5
            {"scalar":"float"}             | {"kind":"at_most","bound":0.5,"inclusive":true}      |
            {"scalar":"big_decimal"}       | {"kind":"at_most","bound":0.5,"inclusive":true}      |
            {"list":{"scalar":"string"}}   | {"kind":"each","constraints":[{"kind":"size","least":0,"most":5}]} | "items":{"type":"string","maxLength":5}
            {"map":{"key":{"scalar":"string"},"value":{"scalar":"int"}}} | {"kind":"size","least":1} | "minProperties":1
            """)
    void constrainsWhatOpenApiCanSayExactly(String type, String constraint, @Nullable String keywords) {
        var schema = property(type, constraint, "\"params\"");
        var plain = property(type, "", "\"params\"");

        ObjectNode expected =
                plain.deepCopy().setAll((ObjectNode) json("{" + (keywords == null ? "" : keywords) + "}"));
        assertThat(schema.<ObjectNode>without("description")).isEqualTo(expected.without("description"));
        assertThat(complaintsAbout(document(constrained(type, constraint, "\"params\""))))
                .isEmpty();
    }

    @Test
    void endsNoCommentThatADescriptionIsCopiedInto() {
        assertThat(at(shapes(), "/components/schemas/Query/properties/text/description")
                        .textValue())
                .isEqualTo("At least 1 and at most 10 characters. Matches ``a*\\/`[@x]{2,}``.");
    }

    @Test
    void doesNotConstrainWhatTheServerWrites() {
        var size = "{\"kind\":\"size\",\"least\":3,\"most\":5}";

        assertThat(property("{\"scalar\":\"string\"}", size, "\"result\"")).isEqualTo(json("""
                {"type": "string", "description": "At least 3 and at most 5 characters."}
                """));
    }

    private static ObjectNode property(String type, String constraint, String use) {
        return (ObjectNode) at(constrained(type, constraint, use), "/components/schemas/Used/properties/value");
    }

    private static Contract constrained(String type, String constraint, String use) {
        return contract("""
                {"name": "use", "handler": "A", "javaMethod": "use", %s: {"type": "Used"}}
                """.formatted(use), """
                {"kind": "object", "name": "Used", "javaName": "Used", "members": [
                  {"name": "value", "javaName": "value", "type": %s, "constraints": [%s]}]}
                """.formatted(type, constraint));
    }

    private static Contract shapes() {
        try (var json = OpenApiDocumentTest.class.getResourceAsStream("/typescript/shapes.json")) {
            return ContractJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8), "the test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesTheContractItsNames() {
        var contract = contract("""
                {"name": "publish", "handler": "A", "javaMethod": "publish", "result": {"type": "Health"}},
                {"name": "wrapper.health", "handler": "A", "javaMethod": "health", "result": {"type": "RpcErrorReply"}},
                {"name": "größe", "handler": "A", "javaMethod": "a", "result": {"type": "Größe"}}
                """, """
                {"kind": "object", "name": "Größe", "javaName": "Größe", "members": []},
                {"kind": "object", "name": "Health", "javaName": "Health", "members": []},
                {"kind": "object", "name": "RpcErrorReply", "javaName": "RpcErrorReply", "members": []}
                """);

        assertThat(complaintsAbout(document(contract))).isEmpty();
        assertThat(namesIn(at(contract, "/components/schemas")))
                .containsExactly(
                        "Gr-uf6--udf-e",
                        "Health",
                        "RpcErrorReply",
                        "RpcErrorReply_",
                        "Publication",
                        "Published",
                        "Health_");
        assertThat(at(contract, "/paths").findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void describesTheWrapper() {
        assertThat(at(TASKS, "/paths/~1health")).isEqualTo(json("""
                {"get": {
                  "tags": ["wrapper"],
                  "operationId": "wrapper_health",
                  "security": [{"apiKey": []}],
                  "responses": {
                    "200": {
                      "description": "The server takes calls.",
                      "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}},
                    "default": {
                      "description": "The server takes no calls.",
                      "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RpcErrorReply"}}}}}}}
                """));
        assertThat(at(TASKS, "/paths/~1publish/post/security")).isEqualTo(json("[{\"apiKey\": []}]"));
        assertThat(at(TASKS, "/components/securitySchemes/apiKey/name").textValue())
                .isEqualTo("X-API-Key");
    }

    @Test
    void isTheSameTextInEveryLocale() {
        var before = Locale.getDefault();
        var text = document(TASKS);
        try {
            for (var locale : Arrays.asList(Locale.forLanguageTag("tr"), Locale.forLanguageTag("ar-EG"))) {
                Locale.setDefault(locale);
                assertThat(document(TASKS)).isEqualTo(text);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Contract contract(String methods, String types) {
        return ContractJson.read("""
                {"format": 1, "title": "tasks", "layout": "plain", "naming": "snake_case", "longs": "number",
                 "methods": [%s], "types": [%s]}
                """.formatted(methods, types), "the test");
    }

    private static String document(Contract contract) {
        return OpenApiDocument.write(contract, "1.2.3");
    }

    private static JsonNode at(Contract contract, String pointer) {
        return json(document(contract)).at(pointer);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> namesIn(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    private static List<String> complaintsAbout(String document) {
        return new OpenAPIV3Parser()
                .readContents(document, null, new ParseOptions())
                .getMessages();
    }
}
