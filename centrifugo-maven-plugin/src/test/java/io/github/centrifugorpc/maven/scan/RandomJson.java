package io.github.centrifugorpc.maven.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that a contract allows, each in the one form in which the server writes it. */
final class RandomJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    private final Contract contract;
    private final Random random;

    RandomJson(Contract contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    /** An object; members that may be absent sometimes are, and aliases sometimes stand for names. */
    ObjectNode object(ObjectType type, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Member member : type.members()) {
            boolean mayBeAbsent = !member.required();
            if (mayBeAbsent && (depth >= DEEPEST || random.nextInt(4) == 0)) {
                continue;
            }
            List<String> aliases = member.aliases();
            String name = aliases.isEmpty() || random.nextBoolean()
                    ? member.name()
                    : aliases.get(random.nextInt(aliases.size()));
            object.set(name, value(member.type(), depth + 1));
        }
        type.extra().ifPresent(extra -> {
            for (int i = random.nextInt(3); i > 0; i--) {
                object.set("further " + random.nextInt(5), value(extra, depth + 1));
            }
        });
        return object;
    }

    JsonNode value(TypeRef type, int depth) {
        return type.accept(new TypeRef.Visitor<JsonNode>() {
            @Override
            public JsonNode scalar(ScalarKind kind) {
                return RandomJson.this.scalar(kind);
            }

            @Override
            public JsonNode any() {
                return NODES.textNode("any");
            }

            @Override
            public JsonNode named(String name, List<TypeRef> arguments) {
                TypeDeclaration declaration = contract.type(name);
                if (declaration instanceof EnumType constants) {
                    return NODES.textNode(constants
                            .values()
                            .get(random.nextInt(constants.values().size()))
                            .name());
                }
                return object((ObjectType) declaration, depth);
            }

            @Override
            public JsonNode variable(String name) {
                throw new AssertionError("a variable that nothing stands for: " + name);
            }

            @Override
            public JsonNode list(TypeRef element) {
                ArrayNode array = NODES.arrayNode();
                for (int i = depth >= DEEPEST ? 0 : random.nextInt(4); i > 0; i--) {
                    array.add(value(element, depth + 1));
                }
                return array;
            }

            @Override
            public JsonNode set(TypeRef element) {
                ArrayNode array = NODES.arrayNode();
                list(element).forEach(value -> {
                    boolean isNew = true;
                    for (JsonNode known : array) {
                        isNew &= !known.equals(value);
                    }
                    if (isNew) {
                        array.add(value);
                    }
                });
                return array;
            }

            @Override
            public JsonNode map(TypeRef key, TypeRef value) {
                ObjectNode map = NODES.objectNode();
                for (int i = depth >= DEEPEST ? 0 : random.nextInt(4); i > 0; i--) {
                    map.set(value(key, depth + 1).asText(), value(value, depth + 1));
                }
                return map;
            }

            @Override
            public JsonNode nullable(TypeRef inner) {
                return depth >= DEEPEST || random.nextInt(4) == 0 ? NODES.nullNode() : value(inner, depth);
            }

            @Override
            public JsonNode patch(TypeRef inner) {
                return nullable(inner);
            }
        });
    }

    private JsonNode scalar(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> NODES.booleanNode(random.nextBoolean());
            case BYTE -> NODES.numberNode((byte) random.nextInt());
            case SHORT -> NODES.numberNode((short) random.nextInt());
            case INT -> NODES.numberNode(random.nextInt());
            case LONG -> NODES.numberNode(random.nextLong() >> 11);
            case LONG_STRING -> NODES.textNode(Long.toString(random.nextLong()));
            case FLOAT -> NODES.numberNode(random.nextFloat());
            case DOUBLE -> NODES.numberNode(random.nextGaussian());
            case BIG_INTEGER -> NODES.textNode(new BigInteger(random.nextInt(200) + 1, random).toString());
            case BIG_DECIMAL ->
                NODES.textNode(new BigDecimal(new BigInteger(90, random), random.nextInt(9)).toPlainString());
            case STRING -> NODES.textNode(text());
            case CHAR -> NODES.textNode(String.valueOf((char) ('a' + random.nextInt(26))));
            case UUID -> NODES.textNode(new UUID(random.nextLong(), random.nextLong()).toString());
            case BYTES -> NODES.textNode(Base64.getEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_8)));
            case INSTANT ->
                NODES.textNode(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))
                        .toString());
            case LOCAL_DATE ->
                NODES.textNode(LocalDate.ofEpochDay(random.nextInt(40_000)).toString());
            case DURATION ->
                NODES.textNode(Duration.ofMillis(random.nextInt(1_000_000_000)).toString());
            default -> throw new AssertionError("no shape uses " + kind);
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint("aZ0 \"\\/é漢😀\n".codePoints().toArray()[random.nextInt(11)]);
        }
        return text.toString();
    }
}
