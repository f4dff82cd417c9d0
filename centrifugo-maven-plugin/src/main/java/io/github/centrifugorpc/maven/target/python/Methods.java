package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.maven.target.python.ClientView.MethodView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The contract's methods as methods of the API class. */
final class Methods {

    private static final int IN_CLASS = 4;
    private static final int IN_METHOD = 8;

    private final Contract contract;

    Methods(Contract contract) {
        this.contract = contract;
    }

    ClientView view(String header) {
        var docs = PythonDocs.docstring(
                Docs.of("The methods of " + contract.title() + "; each takes `timeout` in seconds."), Optional.empty());
        return new ClientView(
                header,
                docs,
                usesDeprecated(contract),
                imports(),
                contract.methods().stream().map(Methods::method).toList());
    }

    static boolean usesDeprecated(Contract contract) {
        return contract.methods().stream()
                .anyMatch(method -> method.deprecated().isPresent());
    }

    private List<String> imports() {
        Set<String> names = new TreeSet<>(ImportOrder.IMPORTS);
        for (var method : contract.methods()) {
            method.params()
                    .ifPresent(params -> params.names().map(PythonNames::type).forEach(names::add));
            method.result()
                    .ifPresent(result -> result.names().map(PythonNames::type).forEach(names::add));
        }
        return List.copyOf(names);
    }

    private static MethodView method(RpcMethod method) {
        var name = PythonNames.method(method.name());
        var constant = "_" + name.toUpperCase(Locale.ROOT);
        var docs = PythonDocs.docstring(method.docs(), method.deprecated(), "Call `" + method.name() + "`.");
        return new MethodView(
                constant(method, constant), decorators(method), signature(method, name), docs, body(method, constant));
    }

    private static List<String> constant(RpcMethod method, String constant) {
        var wireName = PythonLiterals.string(method.name());
        if (method.result().isEmpty()) {
            return PythonLines.call(0, constant + " = _wire.VoidMethod(", List.of(wireName), ")");
        }
        var type = PythonTypes.annotation(method.result().get());
        var generic = "_wire.Method[" + type + "]";
        var lines = PythonLines.call(0, constant + " = " + generic + "(", List.of(wireName, type), ")");
        return PythonLines.fits(0, lines.get(0))
                ? lines
                : PythonLines.broken(
                        PythonLines.typed(0, constant + " = ", generic, "("), List.of(wireName, type), ")");
    }

    private static List<String> decorators(RpcMethod method) {
        return method.deprecated()
                .map(text -> text.isBlank() ? method.name() + " is deprecated." : text)
                .map(text -> PythonLines.call(IN_CLASS, "@deprecated(", List.of(PythonLiterals.string(text)), ")"))
                .orElse(List.of());
    }

    private static List<String> signature(RpcMethod method, String name) {
        var parameters = new ArrayList<>(List.of("self"));
        method.params().ifPresent(params -> parameters.add("params: " + PythonTypes.annotation(params)));
        parameters.add("*");
        parameters.add("timeout: float | None = None");
        var result = method.result().map(PythonTypes::annotation).orElse("None");
        var head = "async def " + name + "(";
        var lines = new ArrayList<>(PythonLines.call(IN_CLASS, head, parameters, ") -> " + result + ":"));
        if (lines.size() > 1) {
            lines.remove(lines.size() - 1);
            lines.addAll(PythonLines.typed(IN_CLASS, ") -> ", result, ":"));
        }
        return lines;
    }

    private static List<String> body(RpcMethod method, String constant) {
        var head = "await " + constant + ".call(";
        var arguments = List.of("self._rpc", method.params().isPresent() ? "params" : "None", "timeout");
        if (method.result().isEmpty()) {
            return PythonLines.call(IN_METHOD, head, arguments, ")");
        }
        var lines = PythonLines.call(IN_METHOD, "return " + head, arguments, ")");
        if (PythonLines.fits(IN_METHOD, lines.get(0))) {
            return lines;
        }
        var broken = PythonLines.call(IN_METHOD + IN_CLASS, head, arguments, ")");
        return Stream.of(Stream.of("return ("), broken.stream().map(line -> "    " + line), Stream.of(")"))
                .flatMap(Function.identity())
                .toList();
    }
}
