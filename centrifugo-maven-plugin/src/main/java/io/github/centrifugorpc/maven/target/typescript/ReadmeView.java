package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.RpcMethod;
import java.util.List;
import java.util.Optional;

/**
 * What {@code README.md.vm} shows.
 *
 * @param call a statement that calls one of the methods; empty for a contract without any
 */
public record ReadmeView(String title, String packageName, Optional<String> call) {

    private static final String INDENT = "    ";

    static ReadmeView of(Contract contract, String packageName) {
        var methods = contract.methods();
        return new ReadmeView(
                contract.title(),
                packageName,
                methods.stream()
                        .filter(method -> method.deprecated().isEmpty())
                        .findFirst()
                        .or(() -> methods.stream().findFirst())
                        .map(method -> call(method, new Samples(contract))));
    }

    private static String call(RpcMethod method, Samples samples) {
        String called = "await api." + TypeScriptNames.method(method.name());
        var members =
                method.params().map(params -> samples.members(params.name())).orElse(List.of());
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
