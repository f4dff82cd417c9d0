package io.github.centrifugorpc.internal.check;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.internal.check.TextForms.TextForm;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a map takes.
 *
 * @param what how a message calls them
 * @param canonical the same for all spellings of one key; null for what is none
 */
record KeyForm(String what, Function<String, @Nullable String> canonical) {

    static KeyForm of(EnumChecker type) {
        return new KeyForm(type.what(), type::ofKey);
    }

    static KeyForm of(ScalarKind kind) {
        return switch (kind) {
            case BYTE -> integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> integer(Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
            // A key is a text in every language, so it is exact whatever the longs of the contract are.
            case LONG, LONG_STRING -> text(TextForms.of(ScalarKind.LONG_STRING));
            case BIG_INTEGER ->
                new KeyForm(
                        "an integer, at most " + ExactNumbers.MOST_DIGITS + " digits long",
                        key -> ExactNumbers.parseInteger(key)
                                .map(BigInteger::toString)
                                .orElse(null));
            default -> text(TextForms.of(kind));
        };
    }

    private static KeyForm integer(long least, long greatest) {
        var form = TextForms.of(ScalarKind.LONG_STRING);
        return new KeyForm(
                "an integer from " + least + " to " + greatest,
                key -> form.read(key) instanceof Long number && number >= least && number <= greatest
                        ? number.toString()
                        : null);
    }

    private static KeyForm text(TextForm form) {
        return new KeyForm(form.what(), key -> {
            var value = form.read(key);
            return value == null ? null : value.toString();
        });
    }
}
