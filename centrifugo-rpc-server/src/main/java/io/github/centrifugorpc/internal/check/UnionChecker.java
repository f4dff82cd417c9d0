package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.contract.UnionType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of several objects, told apart by a member that may stand anywhere (types T8). What stands before it is put aside
 * until the variant is known; peers of ours write it first.
 */
final class UnionChecker implements ValueChecker {

    private final String discriminator;
    private final Optional<String> fallbackName;
    private final Map<String, ObjectChecker> byTag = new LinkedHashMap<>();
    private @Nullable ObjectChecker fallback;
    private String what = "";

    UnionChecker(UnionType type) {
        this.discriminator = type.discriminator();
        this.fallbackName = type.fallback();
    }

    /** Variants come after the checker itself, because types may contain themselves. */
    void setVariants(Map<String, ObjectChecker> byTypeName) {
        byTypeName.forEach((name, variant) -> {
            byTag.put(variant.tag().value(), variant);
            if (fallbackName.filter(name::equals).isPresent()) {
                fallback = variant;
            }
        });
        what = EnumChecker.oneOf(byTag.keySet(), true);
    }

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            violations.expected("an object", in, out);
            return;
        }
        TokenBuffer before = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            if (name.equals(discriminator)) {
                tagged(before, in, out, violations);
                return;
            }
            if (before == null) {
                before = new TokenBuffer(in).forceUseOfBigDecimal(true);
                before.writeStartObject();
            }
            before.writeFieldName(name);
            if (!violations.putAside(in, before)) {
                refuse("must stand first in so large an object", in, out, violations);
                return;
            }
        }
        if (fallback == null) {
            violations.enter(discriminator);
            violations.add("is required, " + what);
            violations.leave();
            out.writeNull();
            return;
        }
        var object = fallback.begin(fallback.tag().value(), out, violations);
        readAside(object, before);
        object.end();
    }

    private void tagged(@Nullable TokenBuffer before, JsonParser in, TokenBuffer out, Violations violations)
            throws IOException {
        var given = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : null;
        var variant = given == null ? null : byTag.getOrDefault(given, fallback);
        if (given == null || variant == null) {
            refuse("must be " + what + ", but was " + Violations.describe(in), in, out, violations);
            return;
        }
        var object = variant.begin(given, out, violations);
        readAside(object, before);
        object.read(in);
        object.end();
    }

    private static void readAside(ObjectChecker.Reading object, @Nullable TokenBuffer before) throws IOException {
        if (before != null) {
            before.writeEndObject();
            try (var aside = before.asParser()) {
                aside.nextToken();
                object.read(aside);
            }
        }
    }

    /** Ends the object that is being read. */
    private void refuse(String message, JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        violations.enter(discriminator);
        violations.add(message);
        violations.leave();
        in.skipChildren();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            in.skipChildren();
        }
        out.writeNull();
    }
}
