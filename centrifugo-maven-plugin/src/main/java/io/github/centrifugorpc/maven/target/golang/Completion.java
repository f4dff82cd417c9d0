package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * How a value is completed before it is written, so that a nil list becomes an empty one and a time can be told by RFC
 * 3339: Go expressions for functions from a value to the completed value.
 */
final class Completion {

    private static final TypeRef.Visitor<Optional<String>> FUNCTIONS = new TypeRef.Visitor<>() {
        @Override
        public Optional<String> scalar(ScalarKind kind) {
            return switch (kind) {
                case BYTES -> Optional.of("codec.List[byte]");
                case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> Optional.of("codec.Time");
                default -> Optional.empty();
            };
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
        public Optional<String> list(TypeRef element) {
            return Optional.of(of(element)
                    .map(each -> "codec.ListOf(" + each + ")")
                    .orElseGet(() -> "codec.List[" + GoTypes.of(element) + "]"));
        }

        @Override
        public Optional<String> set(TypeRef element) {
            return list(element);
        }

        @Override
        public Optional<String> map(TypeRef key, TypeRef value) {
            return Optional.of(of(value)
                    .map(each -> "codec.MapOf[" + GoTypes.key(key) + "](" + each + ")")
                    .orElseGet(() -> "codec.Map[" + GoTypes.key(key) + ", " + GoTypes.of(value) + "]"));
        }

        @Override
        public Optional<String> nullable(TypeRef inner) {
            return of(inner).map(each -> "codec.PointerTo(" + each + ")");
        }

        @Override
        public Optional<String> variable(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> patch(TypeRef inner) {
            return of(inner);
        }
    };

    private Completion() {}

    /** The function for a type; empty for types that are written well as they are. */
    static Optional<String> of(TypeRef type) {
        return type.accept(FUNCTIONS);
    }

    /** The function applied to a variable. */
    static Optional<String> of(TypeRef type, String variable) {
        // Go infers the type arguments of a plain function from the variable.
        return of(type).map(function -> function.replaceFirst("\\[[^()]*]$", "") + "(" + variable + ")");
    }
}
