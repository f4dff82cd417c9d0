package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.UnionType;
import java.util.List;
import java.util.Optional;

/**
 * What {@code README.md.vm} shows.
 *
 * @param call a statement that calls one of the methods; empty for a contract without any
 * @param guard the function that knows one of the contract's errors; empty for a contract without any
 * @param union one of the contract's unions, to show how they are told apart; empty for a contract without any
 */
public record ReadmeView(
        String title, String packageName, Optional<String> call, Optional<String> guard, Optional<UnionView> union) {

    /**
     * A union.
     *
     * @param name of the type
     * @param member the key of the discriminator in a type
     * @param access the discriminator behind a value, {@code .type} for one
     * @param cases some of its variants
     */
    public record UnionView(String name, String member, String access, List<CaseView> cases) {}

    /** A variant: the literal in its discriminator and the name of its type. */
    public record CaseView(String literal, String type) {}

    private static final String INDENT = "    ";
    private static final int CASES = 2;

    static ReadmeView of(Contract contract, String packageName) {
        var methods = contract.methods();
        return new ReadmeView(
                contract.title(),
                packageName,
                methods.stream()
                        .filter(method -> method.deprecated().isEmpty())
                        .findFirst()
                        .or(() -> methods.stream().findFirst())
                        .map(method -> call(method, new Samples(contract))),
                contract.errors().stream()
                        .map(error -> TypeScriptNames.guard(error.type()))
                        .findFirst(),
                contract.types().stream()
                        .filter(UnionType.class::isInstance)
                        .map(type -> union((UnionType) type, contract))
                        .findFirst());
    }

    private static UnionView union(UnionType union, Contract contract) {
        String member = TypeScriptNames.field(union.discriminator());
        return new UnionView(
                TypeScriptNames.type(union.name()),
                member,
                member.equals(union.discriminator()) ? "." + member : "[" + member + "]",
                union.variants().stream()
                        .limit(CASES)
                        .flatMap(variant -> ((ObjectType) contract.type(variant))
                                        .tag()
                                        .map(tag -> new CaseView(
                                                Literals.string(tag.value()), TypeScriptNames.type(variant)))
                                        .stream())
                        .toList());
    }

    private static String call(RpcMethod method, Samples samples) {
        String called = "await api." + TypeScriptNames.method(method.name());
        var members = method.params().map(samples::members).orElse(List.of());
        String object = members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
        String statement = called + "(" + (method.params().isPresent() ? object : "") + ")";
        boolean hasResult = method.result().isPresent();
        String line = INDENT + (hasResult ? "console.log(" + statement + ");" : statement + ";");
        if (line.length() <= Wrapping.WIDTH || members.isEmpty()) {
            return line;
        }
        return hasResult
                ? INDENT + "console.log(\n" + spread(INDENT + "  ", called, members) + ",\n" + INDENT + ");"
                : spread(INDENT, called, members) + ";";
    }

    private static String spread(String indent, String called, List<String> members) {
        var text = new StringBuilder(indent).append(called).append("({\n");
        members.forEach(
                member -> text.append(indent).append("  ").append(member).append(",\n"));
        return text.append(indent).append("})").toString();
    }
}
