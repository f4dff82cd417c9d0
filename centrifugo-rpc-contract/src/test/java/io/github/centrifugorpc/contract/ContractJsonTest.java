package io.github.centrifugorpc.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.centrifugorpc.contract.RpcMethod.MethodOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractJsonTest {

    private static final String JSON = """
            {
              "format": 1,
              "title": "tasks",
              "layout": "namespaced",
              "naming": "as_is",
              "longs": "string",
              "methods": [
                {
                  "name": "tasks.get_stats",
                  "handler": "com.acme.TaskHandlers",
                  "javaMethod": "getStats",
                  "params": {
                    "type": "Params"
                  },
                  "result": {
                    "nullable": {
                      "map": {
                        "key": {
                          "scalar": "uuid"
                        },
                        "value": {
                          "list": {
                            "type": "Status"
                          }
                        }
                      }
                    }
                  },
                  "errors": [
                    "over_quota",
                    "task_not_found"
                  ],
                  "docs": [
                    "Task `statistics`.",
                    {
                      "list": [
                        "one",
                        "two"
                      ]
                    },
                    {
                      "code": "a\\nb"
                    }
                  ],
                  "deprecated": "Use tasks.stats.",
                  "timeoutMs": 5000,
                  "nonBlocking": true,
                  "idempotent": true,
                  "noReply": true,
                  "anonymous": true
                },
                {
                  "name": "tasks.touch",
                  "handler": "com.acme.TaskHandlers",
                  "javaMethod": "touch"
                }
              ],
              "types": [
                {
                  "kind": "object",
                  "name": "Params",
                  "javaName": "com.acme.Params",
                  "members": [
                    {
                      "name": "user_id",
                      "javaName": "userId",
                      "type": {
                        "scalar": "string"
                      },
                      "required": true
                    },
                    {
                      "name": "ratio",
                      "javaName": "ratio",
                      "type": {
                        "scalar": "big_decimal"
                      },
                      "default": 1.50
                    },
                    {
                      "name": "all",
                      "javaName": "all",
                      "type": {
                        "scalar": "boolean"
                      },
                      "default": false
                    },
                    {
                      "name": "tags",
                      "javaName": "tags",
                      "type": {
                        "set": {
                          "scalar": "string"
                        }
                      }
                    }
                  ]
                },
                {
                  "kind": "enum",
                  "name": "Status",
                  "javaName": "com.acme.Status",
                  "values": [
                    {
                      "name": "OPEN",
                      "javaName": "OPEN",
                      "docs": [
                        "Not done."
                      ]
                    }
                  ]
                }
              ],
              "errors": [
                {
                  "name": "over_quota",
                  "code": 1429,
                  "type": "OverQuotaError",
                  "javaName": "com.acme.OverQuotaException"
                },
                {
                  "name": "task_not_found",
                  "code": 1404,
                  "type": "TaskNotFoundError",
                  "javaName": "com.acme.TaskNotFound",
                  "details": {
                    "type": "Params"
                  },
                  "docs": [
                    "There is no such task."
                  ],
                  "deprecated": "Use another."
                }
              ]
            }
            """;

    private final Contract contract = new Contract(
            "tasks",
            Layout.NAMESPACED,
            Naming.AS_IS,
            Longs.STRING,
            List.of(
                    new RpcMethod(
                            "tasks.touch",
                            "com.acme.TaskHandlers",
                            "touch",
                            Optional.empty(),
                            Optional.empty(),
                            Docs.NONE,
                            Optional.empty(),
                            MethodOptions.DEFAULTS,
                            Place.UNKNOWN),
                    new RpcMethod(
                            "tasks.get_stats",
                            "com.acme.TaskHandlers",
                            "getStats",
                            Optional.of(new TypeRef.Named("Params")),
                            Optional.of(new TypeRef.Nullable(new TypeRef.MapOf(
                                    new TypeRef.Scalar(ScalarKind.UUID),
                                    new TypeRef.ListOf(new TypeRef.Named("Status"))))),
                            List.of("task_not_found", "over_quota"),
                            new Docs(List.of(
                                    new DocBlock.Paragraph("Task `statistics`."),
                                    new DocBlock.Bullets(List.of("one", "two")),
                                    new DocBlock.Code("a\nb"))),
                            Optional.of("Use tasks.stats."),
                            new MethodOptions(Optional.of(Duration.ofSeconds(5)), true, true, true, true),
                            Place.UNKNOWN)),
            List.of(
                    new EnumType(
                            "Status",
                            "com.acme.Status",
                            List.of(new EnumType.Value("OPEN", "OPEN", Docs.of("Not done."), Optional.empty())),
                            Docs.NONE,
                            Optional.empty(),
                            Place.UNKNOWN),
                    new ObjectType(
                            "Params",
                            "com.acme.Params",
                            List.of(
                                    member("user_id", "userId", new TypeRef.Scalar(ScalarKind.STRING), true, null),
                                    member(
                                            "ratio",
                                            "ratio",
                                            new TypeRef.Scalar(ScalarKind.BIG_DECIMAL),
                                            false,
                                            new Literal.Decimal(new BigDecimal("1.50"))),
                                    member(
                                            "all",
                                            "all",
                                            new TypeRef.Scalar(ScalarKind.BOOLEAN),
                                            false,
                                            new Literal.Bool(false)),
                                    member(
                                            "tags",
                                            "tags",
                                            new TypeRef.SetOf(new TypeRef.Scalar(ScalarKind.STRING)),
                                            false,
                                            null)),
                            Docs.NONE,
                            Optional.empty(),
                            Place.UNKNOWN)),
            List.of(
                    new ErrorType(
                            "TaskNotFoundError",
                            "com.acme.TaskNotFound",
                            1404,
                            "task_not_found",
                            Optional.of(new TypeRef.Named("Params")),
                            Docs.of("There is no such task."),
                            Optional.of("Use another."),
                            Place.UNKNOWN),
                    new ErrorType(
                            "OverQuotaError",
                            "com.acme.OverQuotaException",
                            1429,
                            "over_quota",
                            Optional.empty(),
                            Docs.NONE,
                            Optional.empty(),
                            Place.UNKNOWN)));

    @Test
    void writesSortedAndLeavesOutWhatIsEmpty() {
        assertThat(ContractJson.write(contract)).isEqualTo(JSON);
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(ContractJson.read(JSON, "contract.json")).isEqualTo(contract);
    }

    @Test
    void coversEveryScalar() {
        assertThat(Stream.of(ScalarKind.values()).map(kind -> {
                    var json = JSON.replace("\"uuid\"", '"' + kind.wireName() + '"');
                    return ContractJson.read(json, "contract.json");
                }))
                .allSatisfy(read -> assertThat(ContractJson.read(ContractJson.write(read), "x"))
                        .isEqualTo(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format": 1 | "format": 2 | c.json has contract format 2, and format 1 is the one known here. Fix: use the same version of the plugin and of the server.
            "layout": "namespaced" | "layout": "flat" | c.json: $.layout must be one of plain, namespaced, found "flat"
            "title": "tasks" | "title": 7 | c.json: $.title must be a string, found 7
            "title": "tasks" | "name": "tasks" | c.json: $.title is missing
            "scalar": "uuid" | "scalar": "guid" | c.json: $.methods[0].result.nullable.map.key.scalar must be one of boolean, byte, short, int, long, long_string, float, double, big_integer, big_decimal, string, char, uuid, bytes, instant, offset_date_time, zoned_date_time, local_date, local_time, local_date_time, duration, uri, url, locale, currency, zone_id, found "guid"
            "kind": "enum" | "kind": "bits" | c.json: $.types[1].kind must be "object", "union" or "enum", found "bits"
            "noReply": true | "noReply": 1 | c.json: $.methods[0].noReply must be true or false, found 1
            "code": 1404 | "code": "1404" | c.json: $.errors[1].code must be a whole number, found "1404"
            "code": 1404 | "number": 1404 | c.json: $.errors[1].code is missing
            "timeoutMs": 5000 | "timeoutMs": "5s" | c.json: $.methods[0].timeoutMs must be a whole number, found "5s"
            """)
    void namesThePathOfWhatDoesNotFit(String good, String bad, String message) {
        assertThat(JSON).contains(good);
        assertThatThrownBy(() -> ContractJson.read(JSON.replace(good, bad), "c.json"))
                .isInstanceOf(ContractFormatException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> ContractJson.read("{", "c.json"))
                .isInstanceOf(ContractFormatException.class)
                .hasMessageStartingWith("c.json is not JSON: Unexpected end-of-input");
    }

    private static Member member(
            String name,
            String javaName,
            TypeRef type,
            boolean required,
            @org.jspecify.annotations.Nullable Literal defaultValue) {
        return new Member(
                name,
                javaName,
                type,
                required,
                Optional.ofNullable(defaultValue),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }
}
