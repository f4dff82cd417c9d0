package io.github.centrifugorpc.internal.proxy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any JSON as plain, unmodifiable Java values. */
final class PlainValues {

    private PlainValues() {}

    /** The object whose first token is current; empty where it is no object. Null members are left out. */
    static Map<String, Object> object(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return Map.of();
        }
        var members = new LinkedHashMap<String, Object>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            var value = value(in);
            if (value != null) {
                members.put(name, value);
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private static @Nullable Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static List<Object> array(JsonParser in) throws IOException {
        var elements = new ArrayList<Object>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            var value = value(in);
            if (value != null) {
                elements.add(value);
            }
        }
        return Collections.unmodifiableList(elements);
    }
}
