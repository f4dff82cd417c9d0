package io.github.centrifugorpc.maven.scan;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Reads from the source of an enum what a field or method of each constant gives, as far as it is written there. */
final class EnumSource {

    private final ClassTree source;
    private final Function<ExpressionTree, Optional<Object>> constants;

    /**
     * Reads one enum.
     *
     * @param constants what javac knows of names in it
     */
    EnumSource(ClassTree source, Function<ExpressionTree, Optional<Object>> constants) {
        this.source = source;
        this.constants = constants;
    }

    /** By the names of the constants; without those that cannot be told. */
    Map<String, Object> values(String accessor) {
        Map<String, Object> values = new LinkedHashMap<>();
        int ordinal = 0;
        for (VariableTree constant : enumConstants().toList()) {
            if (constant.getInitializer() instanceof NewClassTree created) {
                int position = ordinal++;
                value(accessor, constant.getName().toString(), position, created)
                        .ifPresent(value -> values.put(constant.getName().toString(), value));
            }
        }
        return values;
    }

    private Optional<Object> value(String accessor, String name, int ordinal, NewClassTree created) {
        if (created.getClassBody() != null
                && members(created.getClassBody(), MethodTree.class)
                        .anyMatch(method -> method.getName().contentEquals(accessor))) {
            return Optional.empty();
        }
        SourceExpressions plain = new SourceExpressions(name, ordinal, Map.of(), constants);
        List<Optional<Object>> arguments =
                created.getArguments().stream().map(plain::value).toList();
        Map<String, Object> fields = new HashMap<>();
        members(source, VariableTree.class)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .forEach(field -> Optional.ofNullable(field.getInitializer())
                        .flatMap(plain::value)
                        .ifPresent(value -> fields.put(field.getName().toString(), value)));
        construct(arguments, name, ordinal, fields, 0);
        Optional<MethodTree> method = methods(accessor)
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst();
        return method.isPresent()
                ? method.flatMap(EnumSource::returned)
                        .flatMap(new SourceExpressions(name, ordinal, fields, constants)::value)
                : Optional.ofNullable(fields.get(accessor));
    }

    /** Follows the one constructor that takes so many arguments, and the one that it hands on to. */
    private void construct(
            List<Optional<Object>> arguments, String name, int ordinal, Map<String, Object> fields, int depth) {
        List<MethodTree> fitting = methods("<init>")
                .filter(constructor -> constructor.getParameters().size() == arguments.size())
                .toList();
        if (fitting.size() != 1 || fitting.get(0).getBody() == null || depth > fields.size() + 10) {
            return;
        }
        Map<String, Object> known = new HashMap<>(fields);
        List<? extends VariableTree> parameters = fitting.get(0).getParameters();
        for (int i = 0; i < arguments.size(); i++) {
            String parameter = parameters.get(i).getName().toString();
            known.remove(parameter);
            arguments.get(i).ifPresent(value -> known.put(parameter, value));
        }
        SourceExpressions expressions = new SourceExpressions(name, ordinal, known, constants);
        for (StatementTree statement : fitting.get(0).getBody().getStatements()) {
            if (!(statement instanceof ExpressionStatementTree expression)) {
                // Whatever it does to the fields, it is not followed.
                fields.clear();
            } else if (expression.getExpression() instanceof AssignmentTree assignment) {
                String field =
                        SourceExpressions.ownName(assignment.getVariable()).orElse("");
                fields.remove(field);
                expressions.value(assignment.getExpression()).ifPresent(value -> fields.put(field, value));
            } else if (expression.getExpression() instanceof MethodInvocationTree call) {
                String called =
                        SourceExpressions.ownName(call.getMethodSelect()).orElse("super");
                if (called.equals("this")) {
                    List<Optional<Object>> handedOn = new ArrayList<>();
                    call.getArguments().forEach(argument -> handedOn.add(expressions.value(argument)));
                    construct(handedOn, name, ordinal, fields, depth + 1);
                } else if (!called.equals("super")) {
                    fields.clear();
                }
            } else {
                fields.clear();
            }
        }
    }

    private static Optional<ExpressionTree> returned(MethodTree method) {
        BlockTree body = method.getBody();
        return body != null
                        && body.getStatements().size() == 1
                        && body.getStatements().get(0) instanceof ReturnTree statement
                ? Optional.ofNullable(statement.getExpression())
                : Optional.empty();
    }

    private Stream<VariableTree> enumConstants() {
        // Only constants are created of the enum itself without a name in front; javac marks them so.
        return members(source, VariableTree.class)
                .filter(variable -> variable.getInitializer() instanceof NewClassTree created
                        && created.getIdentifier()
                                .toString()
                                .equals(source.getSimpleName().toString())
                        && variable.getModifiers().getFlags().containsAll(List.of(Modifier.STATIC, Modifier.FINAL))
                        && Objects.equals(
                                Objects.toString(variable.getType(), ""),
                                source.getSimpleName().toString()));
    }

    private Stream<MethodTree> methods(String name) {
        return members(source, MethodTree.class)
                .filter(method -> method.getName().contentEquals(name));
    }

    private static <T extends Tree> Stream<T> members(ClassTree tree, Class<T> kind) {
        return tree.getMembers().stream().filter(kind::isInstance).map(kind::cast);
    }
}
