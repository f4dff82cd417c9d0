package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.maven.target.python.ErrorsView.ErrorView;
import java.util.ArrayList;
import java.util.List;

/** The contract's errors as exceptions. */
final class Errors {

    private static final int IN_CLASS = 4;
    private static final int IN_METHOD = 8;

    private Errors() {}

    static ErrorsView view(String header, Contract contract) {
        return new ErrorsView(
                header,
                contract.errors().stream().anyMatch(error -> error.details().isPresent()),
                contract.errors().stream()
                        .map(error -> PythonNames.type(error.type()))
                        .sorted(ImportOrder.EXPORTS)
                        .toList(),
                contract.errors().stream().map(Errors::error).toList());
    }

    private static ErrorView error(ErrorType error) {
        var details = error.details()
                .map(type -> TypeLines.of(IN_CLASS, "details: ", PythonTypes.FOREIGN.annotation(type), ""))
                .orElse(List.of());
        return new ErrorView(
                head(PythonNames.type(error.type())),
                PythonDocs.docstring(error.docs(), error.deprecated(), sentence(error)),
                details,
                constructor(error),
                entry(error));
    }

    private static List<String> head(String name) {
        var line = "class " + name + "(_declared.DeclaredError):";
        // A comma after the only base is not the formatter's way.
        return PythonLines.fits(0, line)
                ? List.of(line)
                : List.of("class " + name + "(", "    _declared.DeclaredError", "):");
    }

    /** What is said of an error that has no documentation. */
    static String sentence(ErrorType error) {
        return "The error `" + error.name() + "`.";
    }

    private static List<String> constructor(ErrorType error) {
        var details = error.details()
                .map(type -> TypeLines.of(IN_METHOD, "details: ", PythonTypes.FOREIGN.annotation(type), ""))
                .orElse(List.of("details: object = None"));
        var parameters = List.of("self", "message: str", String.join("\n", details), "*", "method: str = \"\"");
        var arguments = List.of(
                String.valueOf(error.code()),
                PythonLiterals.string(error.name()),
                "message",
                "details",
                "method=method");
        var lines = new ArrayList<>(PythonLines.call(IN_CLASS, "def __init__(", parameters, ") -> None:"));
        PythonLines.call(IN_METHOD, "super().__init__(", arguments, ")").forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static List<String> entry(ErrorType error) {
        var arguments = new ArrayList<>(List.of(String.valueOf(error.code()), PythonNames.type(error.type())));
        error.details()
                .map(type -> TypeLines.of(IN_METHOD, "lambda: ", PythonTypes.FOREIGN.annotation(type), ""))
                .ifPresent(lines -> arguments.add(String.join("\n", lines)));
        var head = PythonLiterals.string(error.name()) + ": _declared.Reader(";
        var joined = head + String.join(", ", arguments) + "),";
        boolean isOneLine = PythonLines.fits(IN_CLASS, joined) && !joined.contains("\n");
        return isOneLine ? List.of(joined) : PythonLines.broken(List.of(head), arguments, "),");
    }
}
