package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Optional;

/** What a {@code string} holds where its type does not say: a phrase with an example for the docs. */
final class TextForm implements TypeRef.Visitor<Optional<String>> {

    private static final String EACH = "each is ";

    private TextForm() {}

    /** Such as {@code a date: `2026-01-31`}; of a map it tells the keys. */
    static Optional<String> of(TypeRef type) {
        return type.accept(new TextForm());
    }

    @Override
    public Optional<String> scalar(ScalarKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case CHAR -> "one character";
                    case UUID -> "a UUID";
                    case LOCAL_DATE -> "a date: `2026-01-31`";
                    case LOCAL_TIME -> "a time of day: `10:00:00`";
                    case LOCAL_DATE_TIME -> "a date and time without a zone: `2026-01-31T10:00:00`";
                    case DURATION -> "an ISO 8601 duration: `PT1M30S`";
                    case URI -> "a URI";
                    case URL -> "a URL";
                    case LOCALE -> "a BCP 47 language tag: `en-GB`";
                    case CURRENCY -> "an ISO 4217 code: `EUR`";
                    case ZONE_ID -> "a time zone: `Europe/Berlin`";
                    default -> null;
                });
    }

    @Override
    public Optional<String> any() {
        return Optional.empty();
    }

    @Override
    public Optional<String> named(String name, List<TypeRef> arguments) {
        return Optional.empty();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> list(TypeRef element) {
        return of(element).map(form -> form.startsWith(EACH) ? form : EACH + form);
    }

    @Override
    public Optional<String> set(TypeRef element) {
        return list(element);
    }

    @Override
    public Optional<String> map(TypeRef key, TypeRef value) {
        return of(key).map(form -> "each key is " + form);
    }

    @Override
    public Optional<String> nullable(TypeRef inner) {
        return of(inner);
    }

    @Override
    public Optional<String> patch(TypeRef inner) {
        return of(inner);
    }
}
