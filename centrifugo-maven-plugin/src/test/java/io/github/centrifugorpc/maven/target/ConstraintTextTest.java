package io.github.centrifugorpc.maven.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Constraint;
import io.github.centrifugorpc.contract.Constraint.AtLeast;
import io.github.centrifugorpc.contract.Constraint.AtMost;
import io.github.centrifugorpc.contract.Constraint.Custom;
import io.github.centrifugorpc.contract.Constraint.Digits;
import io.github.centrifugorpc.contract.Constraint.Each;
import io.github.centrifugorpc.contract.Constraint.Email;
import io.github.centrifugorpc.contract.Constraint.Exactly;
import io.github.centrifugorpc.contract.Constraint.Matches;
import io.github.centrifugorpc.contract.Constraint.Moment;
import io.github.centrifugorpc.contract.Constraint.Moment.Relation;
import io.github.centrifugorpc.contract.Constraint.NotBlank;
import io.github.centrifugorpc.contract.Constraint.Size;
import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstraintTextTest {

    private static final TypeRef TEXT = new TypeRef.Scalar(ScalarKind.STRING);
    private static final TypeRef INT = new TypeRef.Scalar(ScalarKind.INT);
    private static final TypeRef DECIMAL = new TypeRef.Scalar(ScalarKind.BIG_DECIMAL);
    private static final TypeRef TIME = new TypeRef.Scalar(ScalarKind.INSTANT);
    private static final TypeRef TEXTS = new TypeRef.ListOf(TEXT);

    @Test
    void countsWhatTheTypeIsMadeOf() {
        var upTo10 = new Size(1, Optional.of(10));

        assertSentence(TEXT, upTo10, "At least 1 and at most 10 characters.");
        assertSentence(new TypeRef.Nullable(TEXT), upTo10, "At least 1 and at most 10 characters.");
        assertSentence(new TypeRef.PatchOf(TEXTS), upTo10, "At least 1 and at most 10 elements.");
        assertSentence(new TypeRef.MapOf(TEXT, INT), upTo10, "At least 1 and at most 10 elements.");
        assertSentence(new TypeRef.Scalar(ScalarKind.BYTES), upTo10, "At least 1 and at most 10 bytes.");
    }

    @Test
    void leavesOutBoundsThatSayNothing() {
        assertSentence(TEXT, new Size(1, Optional.empty()), "At least 1 character.");
        assertSentence(TEXT, new Size(0, Optional.of(2)), "At most 2 characters.");
        assertSentence(TEXTS, new Size(3, Optional.of(3)), "Exactly 3 elements.");
        assertSentence(TEXTS, new Size(0, Optional.of(0)), "Empty.");
        assertThat(ConstraintText.sentences(TEXT, List.of(new Size(0, Optional.empty()))))
                .isEmpty();
        assertThat(ConstraintText.sentences(TEXTS, List.of(new Each(List.of(new Size(0, Optional.empty()))))))
                .isEmpty();
    }

    @Test
    void tellsBoundsOfNumbers() {
        assertSentence(INT, new AtLeast(BigDecimal.ZERO, true), "At least 0.");
        assertSentence(INT, new AtLeast(BigDecimal.ZERO, false), "Greater than 0.");
        assertSentence(DECIMAL, new AtMost(new BigDecimal("1E+3"), true), "At most 1000.");
        assertSentence(DECIMAL, new AtMost(new BigDecimal("0.50"), false), "Less than 0.50.");
        assertSentence(DECIMAL, new Digits(3, 2), "At most 3 digits before and 2 after the decimal point.");
        assertSentence(DECIMAL, new Digits(1, 0), "At most 1 digit before and none after the decimal point.");
        assertSentence(INT, new Digits(3, 0), "At most 3 digits.");
    }

    @Test
    void tellsTheFormOfTexts() {
        assertSentence(TEXT, new NotBlank(), "Not blank.");
        assertSentence(TEXT, new Email(), "An e-mail address.");
        assertSentence(TEXT, new Matches("[a-z]+", List.of()), "Matches `[a-z]+`.");
        assertSentence(
                TEXT,
                new Matches("a", List.of("CASE_INSENSITIVE", "DOTALL")),
                "Matches `a` (case insensitive, dotall).");
        assertSentence(TEXT, new Matches("a`b   c\n", List.of()), "Matches ``a`b \\x20\\x20c\\n``.");
    }

    @Test
    void tellsEverythingElse() {
        assertSentence(new TypeRef.Scalar(ScalarKind.BOOLEAN), new Exactly(true), "Must be true.");
        assertSentence(TIME, new Moment(Relation.PAST), "In the past.");
        assertSentence(TIME, new Moment(Relation.PAST_OR_PRESENT), "In the past or now.");
        assertSentence(TIME, new Moment(Relation.FUTURE), "In the future.");
        assertSentence(TIME, new Moment(Relation.FUTURE_OR_PRESENT), "In the future or now.");
        assertSentence(TEXT, new Custom("com.acme.Isbn"), "Must satisfy `Isbn`.");
        assertSentence(TEXT, new Custom("Isbn"), "Must satisfy `Isbn`.");
    }

    @Test
    void tellsWhatHoldsForElements() {
        var each = new Each(List.of(new NotBlank(), new Size(0, Optional.of(9))));

        assertSentence(TEXTS, each, "Each element: not blank; at most 9 characters.");
        assertSentence(
                new TypeRef.MapOf(INT, new TypeRef.Nullable(TEXT)),
                each,
                "Each value: not blank; at most 9 characters.");
        assertSentence(
                new TypeRef.ListOf(TEXTS),
                new Each(List.of(new Each(List.of(new Size(1, Optional.empty()))))),
                "Each element: each element: at least 1 character.");
    }

    @Test
    void addsAParagraphToTheDocs() {
        var constraints = List.<Constraint>of(new NotBlank(), new Size(0, Optional.of(9)));

        assertThat(ConstraintText.docs(member(Docs.of("A title."), constraints)))
                .isEqualTo(new Docs(List.of(
                        new DocBlock.Paragraph("A title."),
                        new DocBlock.Paragraph("Not blank. At most 9 characters."))));
        assertThat(ConstraintText.docs(member(Docs.of("A title."), List.of()))).isEqualTo(Docs.of("A title."));
        assertThat(ConstraintText.docs(member(Docs.NONE, List.of()))).isEqualTo(Docs.NONE);
    }

    private static void assertSentence(TypeRef type, Constraint constraint, String sentence) {
        assertThat(ConstraintText.sentences(type, List.of(constraint))).containsExactly(sentence);
    }

    private static Member member(Docs docs, List<Constraint> constraints) {
        return new Member(
                "title",
                "title",
                TEXT,
                true,
                Optional.empty(),
                List.of(),
                constraints,
                docs,
                Optional.empty(),
                Place.UNKNOWN);
    }
}
