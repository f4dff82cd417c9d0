package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.ScalarKind;

/** How each scalar travels ({@code docs/spec/types.md}), in the words of OpenAPI 3.0 and its format registry. */
final class ScalarSchemas {

    private static final long LARGEST_EXACT_NUMBER = (1L << 53) - 1;

    private ScalarSchemas() {}

    static ObjectNode of(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> Json.object().put("type", "boolean");
            case BYTE -> integer("int32", Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> integer("int32", Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> integer("int32", Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer("int64", -LARGEST_EXACT_NUMBER, LARGEST_EXACT_NUMBER);
            case LONG_STRING -> text().put("pattern", "^-?[0-9]{1,19}$");
            case FLOAT -> number("float");
            case DOUBLE -> number("double");
            case BIG_INTEGER -> text().put("pattern", "^-?[0-9]+$");
            case BIG_DECIMAL -> text("decimal");
            case STRING -> text();
            case CHAR -> text().put("minLength", 1).put("maxLength", 1);
            case UUID -> text("uuid");
            case BYTES -> text("byte");
            case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> text("date-time");
            case LOCAL_DATE -> text("date");
            case LOCAL_TIME -> text("time-local");
            case LOCAL_DATE_TIME -> text("date-time-local");
            case DURATION -> text("duration");
            case URI, URL -> text("uri");
            case LOCALE, CURRENCY, ZONE_ID -> text();
        };
    }

    private static ObjectNode integer(String format, long least, long most) {
        return Json.object()
                .put("type", "integer")
                .put("format", format)
                .put("minimum", least)
                .put("maximum", most);
    }

    private static ObjectNode number(String format) {
        return Json.object().put("type", "number").put("format", format);
    }

    private static ObjectNode text() {
        return Json.object().put("type", "string");
    }

    private static ObjectNode text(String format) {
        return text().put("format", format);
    }
}
