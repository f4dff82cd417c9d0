package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Fingerprints;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.List;

/**
 * What the small files of the SDK are rendered from.
 *
 * @param docLines the package's own comment, up to the example
 * @param layout the constant of the contract's layout
 * @param version the literal of the SDK's version
 * @param fingerprints by what a server knows the contract and its methods
 * @param example a call for the README
 * @param exampleName the literal of the wire name of the method that the README calls; the empty string for none
 * @param exampleCall the expression of that call in a test
 * @param hasErrors whether methods declare errors
 */
public record PackageView(
        String title,
        GoModule module,
        List<String> docLines,
        String layout,
        String version,
        Fingerprints fingerprints,
        List<String> example,
        String exampleName,
        String exampleCall,
        boolean hasErrors) {

    static PackageView of(Contract contract, GoModule module, String version, GoTypes types) {
        var docs = new GoDocs()
                .paragraph("Package " + module.packageName() + " calls the RPC methods of " + contract.title()
                        + " over Centrifugo.");
        var method = contract.methods().stream()
                .filter(candidate -> candidate.params().stream()
                        .allMatch(type -> type.arguments().isEmpty()))
                .findFirst();
        return new PackageView(
                contract.title(),
                module,
                docs.lines(),
                contract.layout() == Layout.PLAIN ? "Plain" : "Namespaced",
                GoLiterals.string(version),
                Fingerprints.of(contract),
                method.map(called -> example(called, module.packageName(), types))
                        .orElse(List.of("fmt.Println(\"connected\")", "return nil")),
                method.map(called -> GoLiterals.string(called.name())).orElse(""),
                method.map(called -> (called.result().isPresent() ? "_, err := " : "err := ")
                                + call(called, "context.Background()", module.packageName(), types))
                        .orElse(""),
                !contract.errors().isEmpty());
    }

    /** For the template, which shows a test of a call. */
    public boolean hasExample() {
        return !exampleName.isEmpty();
    }

    private static List<String> example(RpcMethod method, String packageName, GoTypes types) {
        var call = call(method, "ctx", packageName, types);
        return method.result().isEmpty()
                ? List.of(
                        "if err := " + call + "; err != nil {",
                        "\treturn err",
                        "}",
                        "fmt.Println(\"done\")",
                        "return nil")
                : List.of(
                        "result, err := " + call,
                        "if err != nil {",
                        "\treturn err",
                        "}",
                        "fmt.Println(result)",
                        "return nil");
    }

    private static String call(RpcMethod method, String context, String packageName, GoTypes types) {
        var params = method.params()
                .map(type -> ", " + value(type, packageName, types))
                .orElse("");
        return "api." + GoNames.method(method.name()) + "(" + context + params + ")";
    }

    /** Params of a type, as another package writes them. */
    private static String value(TypeRef.Named type, String packageName, GoTypes types) {
        return types.declaration(type.name()) instanceof UnionType union
                ? "&" + packageName + "." + GoNames.type(union.variants().get(0)) + "{}"
                : packageName + "." + types.of(type) + "{}";
    }
}
