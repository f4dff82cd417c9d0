package io.github.centrifugorpc.maven.target;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Constraint;
import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Constraints as sentences, the same in the docs of every language. */
public final class ConstraintText {

    private static final Set<ScalarKind> WHOLE_NUMBERS = EnumSet.of(
            ScalarKind.BYTE,
            ScalarKind.SHORT,
            ScalarKind.INT,
            ScalarKind.LONG,
            ScalarKind.LONG_STRING,
            ScalarKind.BIG_INTEGER);

    private ConstraintText() {}

    /** The member's docs, followed by a paragraph on what the server demands of its value. */
    public static Docs docs(Member member) {
        return docs(member.docs(), sentences(member.type(), member.constraints()));
    }

    /** Docs followed by a paragraph of such sentences; the docs alone where there are none. */
    public static Docs docs(Docs docs, List<String> sentences) {
        if (sentences.isEmpty()) {
            return docs;
        }
        var paragraph = new DocBlock.Paragraph(String.join(" ", sentences));
        return new Docs(
                Stream.concat(docs.blocks().stream(), Stream.of(paragraph)).toList());
    }

    /** One sentence for each constraint of a value, in their order; none for one that demands nothing. */
    public static List<String> sentences(TypeRef type, List<Constraint> constraints) {
        var value = withoutNull(type);
        return constraints.stream()
                .flatMap(constraint -> phrase(value, constraint).stream())
                .map(phrase -> capitalized(phrase) + ".")
                .toList();
    }

    private static Optional<String> phrase(TypeRef type, Constraint constraint) {
        if (constraint instanceof Constraint.Size size) {
            return size(type, size);
        }
        if (constraint instanceof Constraint.Each each) {
            var element = element(type);
            var phrases = each.constraints().stream()
                    .flatMap(inner -> phrase(element, inner).stream())
                    .collect(joining("; "));
            var what = type instanceof TypeRef.MapOf ? "each value: " : "each element: ";
            return phrases.isEmpty() ? Optional.empty() : Optional.of(what + phrases);
        }
        return Optional.of(simple(type, constraint));
    }

    private static String simple(TypeRef type, Constraint constraint) {
        if (constraint instanceof Constraint.AtLeast atLeast) {
            return (atLeast.isInclusive() ? "at least " : "greater than ") + number(atLeast.bound());
        }
        if (constraint instanceof Constraint.AtMost atMost) {
            return (atMost.isInclusive() ? "at most " : "less than ") + number(atMost.bound());
        }
        if (constraint instanceof Constraint.Digits digits) {
            return digits(type, digits);
        }
        if (constraint instanceof Constraint.NotBlank) {
            return "not blank";
        }
        if (constraint instanceof Constraint.Matches matches) {
            return matches(matches);
        }
        if (constraint instanceof Constraint.Email) {
            return "an e-mail address";
        }
        if (constraint instanceof Constraint.Exactly exactly) {
            return "must be " + exactly.value();
        }
        if (constraint instanceof Constraint.Moment moment) {
            return switch (moment.relation()) {
                case PAST -> "in the past";
                case PAST_OR_PRESENT -> "in the past or now";
                case FUTURE -> "in the future";
                case FUTURE_OR_PRESENT -> "in the future or now";
            };
        }
        var annotation = ((Constraint.Custom) constraint).annotation();
        return "must satisfy `" + annotation.substring(annotation.lastIndexOf('.') + 1) + "`";
    }

    private static Optional<String> size(TypeRef type, Constraint.Size size) {
        int least = size.least();
        if (size.most().isEmpty()) {
            return least == 0 ? Optional.empty() : Optional.of("at least " + counted(least, type));
        }
        int most = size.most().get();
        if (least == most) {
            return Optional.of(most == 0 ? "empty" : "exactly " + counted(most, type));
        }
        var upper = "at most " + counted(most, type);
        return Optional.of(least == 0 ? upper : "at least " + least + " and " + upper);
    }

    private static String counted(int count, TypeRef type) {
        var unit = "element";
        if (type instanceof TypeRef.Scalar scalar) {
            unit = scalar.kind() == ScalarKind.BYTES ? "byte" : "character";
        }
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String digits(TypeRef type, Constraint.Digits digits) {
        var integer = "at most " + digits.integer() + (digits.integer() == 1 ? " digit" : " digits");
        if (type instanceof TypeRef.Scalar scalar && WHOLE_NUMBERS.contains(scalar.kind())) {
            return integer;
        }
        var fraction = digits.fraction() == 0 ? "none" : String.valueOf(digits.fraction());
        return integer + " before and " + fraction + " after the decimal point";
    }

    private static String matches(Constraint.Matches matches) {
        // Docs are wrapped at white space; what stands here in its place means the same in a pattern.
        var pattern = matches.pattern()
                .replaceAll("(?<= ) ", "\\\\x20")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        var fence = pattern.contains("`") ? "``" : "`";
        var flags = matches.flags().stream()
                .map(flag -> flag.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(joining(", "));
        return "matches " + fence + pattern + fence + (flags.isEmpty() ? "" : " (" + flags + ")");
    }

    private static String number(BigDecimal bound) {
        return bound.toPlainString();
    }

    private static TypeRef withoutNull(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return nullable.inner();
        }
        return type instanceof TypeRef.PatchOf patch ? patch.inner() : type;
    }

    private static TypeRef element(TypeRef type) {
        // The last part of a map is its values.
        var parts = type.parts();
        return parts.isEmpty() ? type : withoutNull(parts.get(parts.size() - 1));
    }

    private static String capitalized(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }
}
