package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.target.python.ClientView.MethodView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The contract's methods as methods of the API class. */
final class Methods {

    private static final int IN_CLASS = 4;
    private static final int IN_METHOD = 8;
    private static final double MILLIS_IN_A_SECOND = 1000;

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
                contract.methods().stream()
                        .anyMatch(method -> method.params().isPresent()
                                || method.result().stream()
                                        .anyMatch(result ->
                                                result.names().findAny().isPresent())),
                contract.methods().stream().map(this::method).toList());
    }

    static boolean usesDeprecated(Contract contract) {
        return contract.methods().stream()
                .anyMatch(method -> method.deprecated().isPresent());
    }

    private MethodView method(RpcMethod method) {
        var name = PythonNames.method(method.name());
        var constant = "_" + name.toUpperCase(Locale.ROOT);
        var docs = PythonDocs.docstring(
                method.docs(), method.deprecated(), "Call `" + method.name() + "`.", raised(method));
        return new MethodView(
                constant(method, constant), decorators(method), signature(method, name), docs, body(method, constant));
    }

    /** What a call may raise, each error with what is said of it first. */
    private Map<String, String> raised(RpcMethod method) {
        var raised = new TreeMap<String, String>();
        method.errors().stream()
                .map(contract::error)
                .forEach(error -> raised.put(
                        PythonNames.type(error.type()), error.docs().summary().orElse(Errors.sentence(error))));
        return raised;
    }

    private static List<String> constant(RpcMethod method, String constant) {
        var head = constant + ": ";
        var type = "_wire.Method[" + type(method.params()) + ", " + type(method.result()) + "]";
        var call = "_wire.Method(";
        var line = head + type + " = " + call + String.join(", ", arguments(method, IN_CLASS)) + ")";
        if (PythonLines.fits(0, line) && !line.contains("\n")) {
            return List.of(line);
        }
        var parenthesis = head + type + " = (";
        if (PythonLines.fits(0, head + type + " = " + call) || !PythonLines.fits(0, parenthesis)) {
            return PythonLines.broken(TypeLines.of(0, head, type, " = " + call), arguments(method, IN_CLASS), ")");
        }
        // Before it breaks a type, the formatter puts the call into parentheses.
        var inner = PythonLines.call(IN_CLASS, call, arguments(method, IN_METHOD), ")");
        return Stream.of(Stream.of(parenthesis), inner.stream().map(each -> "    " + each), Stream.of(")"))
                .flatMap(Function.identity())
                .toList();
    }

    private static List<String> arguments(RpcMethod method, int indent) {
        var arguments = new ArrayList<>(List.of(PythonLiterals.string(method.name())));
        if (method.params().isPresent()) {
            arguments.add(lambda(indent, "params", type(method.params())));
        }
        if (method.result().isPresent()) {
            arguments.add(lambda(indent, "result", type(method.result())));
        }
        method.options()
                .timeout()
                .ifPresent(timeout -> arguments.add("timeout=" + timeout.toMillis() / MILLIS_IN_A_SECOND));
        return arguments;
    }

    private static String lambda(int indent, String name, String type) {
        return String.join("\n", TypeLines.of(indent, name + "=lambda: ", type, ""));
    }

    private static String type(Optional<? extends TypeRef> type) {
        return type.map(PythonTypes.FOREIGN::annotation).orElse("None");
    }

    private static List<String> decorators(RpcMethod method) {
        return method.deprecated()
                .map(text -> text.isBlank() ? method.name() + " is deprecated." : text)
                .map(text -> PythonLines.call(IN_CLASS, "@deprecated(", List.of(PythonLiterals.string(text)), ")"))
                .orElse(List.of());
    }

    private static List<String> signature(RpcMethod method, String name) {
        var parameters = new ArrayList<>(List.of("self"));
        method.params().ifPresent(params -> parameters.add("params: " + PythonTypes.FOREIGN.annotation(params)));
        parameters.add("*");
        parameters.add("timeout: float | None = None");
        var result = type(method.result());
        var head = "async def " + name + "(";
        var lines = new ArrayList<>(PythonLines.call(IN_CLASS, head, parameters, ") -> " + result + ":"));
        if (lines.size() > 1) {
            lines.remove(lines.size() - 1);
            lines.addAll(TypeLines.of(IN_CLASS, ") -> ", result, ":"));
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
