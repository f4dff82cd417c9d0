package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is declared as any JSON. Numbers stay numbers here, whatever their Java class (types T4); values of the
 * contract's types are written as those.
 */
final class AnyWriter extends JsonSerializer<Object> {

    static final AnyWriter INSTANCE = new AnyWriter();

    private AnyWriter() {}

    /** A result that is declared as any JSON. */
    record Root(Object value) {}

    static final class RootWriter extends JsonSerializer<Root> {

        @Override
        public void serialize(Root root, JsonGenerator out, SerializerProvider provider) throws IOException {
            INSTANCE.serialize(root.value(), out, provider);
        }
    }

    @Override
    public void serialize(@Nullable Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof JsonNode node) {
            tree(node, out, provider);
        } else if (value instanceof Number number) {
            number(number, out, provider);
        } else if (value instanceof Map<?, ?> map) {
            map(map, out, provider);
        } else if (value instanceof Collection<?> elements) {
            array(elements.toArray(), out, provider);
        } else if (value instanceof Object[] elements) {
            array(elements, out, provider);
        } else if (value instanceof Optional<?> optional) {
            serialize(optional.orElse(null), out, provider);
        } else {
            provider.findTypedValueSerializer(value.getClass(), true, null).serialize(value, out, provider);
        }
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, @Nullable Object value) {
        return value == null || (value instanceof Optional<?> optional && optional.isEmpty());
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(value, out, provider);
    }

    private void map(Map<?, ?> map, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject(map);
        for (var entry : map.entrySet()) {
            if (entry.getKey() instanceof String name) {
                out.writeFieldName(WireText.name(name, out));
            } else if (entry.getKey() == null) {
                throw new UnwritableException(out, "a key is null. Fix: leave the entry out.");
            } else {
                provider.findKeySerializer(entry.getKey().getClass(), null).serialize(entry.getKey(), out, provider);
            }
            serialize(entry.getValue(), out, provider);
        }
        out.writeEndObject();
    }

    private void array(@Nullable Object[] elements, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartArray(elements, elements.length);
        for (var element : elements) {
            serialize(element, out, provider);
        }
        out.writeEndArray();
    }

    private void tree(JsonNode node, JsonGenerator out, SerializerProvider provider) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject(node);
                for (var member : node.properties()) {
                    out.writeFieldName(WireText.name(member.getKey(), out));
                    tree(member.getValue(), out, provider);
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray(node, node.size());
                for (var element : node) {
                    tree(element, out, provider);
                }
                out.writeEndArray();
            }
            case NUMBER -> number(node.numberValue(), out, provider);
            case STRING -> provider.defaultSerializeValue(node.textValue(), out);
            case POJO -> serialize(((POJONode) node).getPojo(), out, provider);
            default -> node.serialize(out, provider);
        }
    }

    private static void number(Number number, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (number instanceof Double value) {
            FloatWriter.write(value.doubleValue(), out);
        } else if (number instanceof Float value) {
            FloatWriter.write(value.floatValue(), out);
        } else if (number instanceof BigDecimal value) {
            out.writeNumber(value);
        } else if (number instanceof BigInteger value) {
            out.writeNumber(value);
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            out.writeNumber(number.longValue());
        } else {
            provider.findTypedValueSerializer(number.getClass(), true, null).serialize(number, out, provider);
        }
    }
}
