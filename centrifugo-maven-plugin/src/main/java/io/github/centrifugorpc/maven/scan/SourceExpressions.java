package io.github.centrifugorpc.maven.scan;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what an expression of an enum's source is for one constant: literals, names that are known, and the few calls
 * that such expressions are made of.
 *
 * @param name of the constant
 * @param known values of fields and parameters
 * @param constants what javac knows of other names
 */
record SourceExpressions(
        String name, int ordinal, Map<String, Object> known, Function<ExpressionTree, Optional<Object>> constants) {

    Optional<Object> value(ExpressionTree tree) {
        if (tree instanceof LiteralTree literal) {
            return Optional.ofNullable(literal.getValue());
        }
        if (tree instanceof ParenthesizedTree inner) {
            return value(inner.getExpression());
        }
        if (tree instanceof TypeCastTree cast) {
            return value(cast.getExpression());
        }
        if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return value(unary.getExpression())
                    .filter(Number.class::isInstance)
                    .map(number -> -((Number) number).longValue());
        }
        if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
            return value(binary.getLeftOperand())
                    .flatMap(left -> value(binary.getRightOperand()).flatMap(right -> joined(left, right)));
        }
        if (tree instanceof MethodInvocationTree call) {
            return call(call);
        }
        Optional<String> own = ownName(tree);
        return own.isPresent() && known.containsKey(own.get()) ? own.map(known::get) : constants.apply(tree);
    }

    /** The name of a field or parameter: {@code code}, or {@code this.code}. */
    static Optional<String> ownName(ExpressionTree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return Optional.of(identifier.getName().toString());
        }
        return tree instanceof MemberSelectTree select
                        && select.getExpression().toString().equals("this")
                ? Optional.of(select.getIdentifier().toString())
                : Optional.empty();
    }

    private static Optional<Object> joined(Object left, Object right) {
        return left instanceof String || right instanceof String
                ? Optional.of(String.valueOf(left) + right)
                : Optional.empty();
    }

    private Optional<Object> call(MethodInvocationTree call) {
        Optional<String> own = ownName(call.getMethodSelect());
        if (own.isPresent()) {
            return call.getArguments().isEmpty() ? ofItself(own.get()) : Optional.empty();
        }
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return Optional.empty();
        }
        if (select.toString().equals("String.valueOf") && call.getArguments().size() == 1) {
            return value(call.getArguments().get(0)).map(String::valueOf);
        }
        return value(select.getExpression())
                .filter(String.class::isInstance)
                .flatMap(text -> changed((String) text, select.getIdentifier().toString(), call.getArguments()));
    }

    private Optional<Object> ofItself(String method) {
        return switch (method) {
            case "name" -> Optional.of(name);
            case "ordinal" -> Optional.of(ordinal);
            default -> Optional.empty();
        };
    }

    private Optional<Object> changed(String text, String method, List<? extends ExpressionTree> arguments) {
        // With or without a locale: the server writes what the contract says, so its own locale decides nothing.
        if (method.equals("toLowerCase")) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        if (method.equals("toUpperCase")) {
            return Optional.of(text.toUpperCase(Locale.ROOT));
        }
        if (method.equals("replace") && arguments.size() == 2) {
            return value(arguments.get(0))
                    .flatMap(from ->
                            value(arguments.get(1)).map(to -> text.replace(String.valueOf(from), String.valueOf(to))));
        }
        return Optional.empty();
    }
}
