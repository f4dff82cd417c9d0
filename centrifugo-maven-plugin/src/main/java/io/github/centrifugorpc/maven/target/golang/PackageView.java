package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Fingerprints;
import io.github.centrifugorpc.contract.Layout;
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
 */
public record PackageView(
        String title,
        GoModule module,
        List<String> docLines,
        String layout,
        String version,
        Fingerprints fingerprints,
        List<String> example) {

    static PackageView of(Contract contract, GoModule module, String version, GoTypes types) {
        var docs = new GoDocs()
                .paragraph("Package " + module.packageName() + " calls the RPC methods of " + contract.title()
                        + " over Centrifugo.");
        return new PackageView(
                contract.title(),
                module,
                docs.lines(),
                contract.layout() == Layout.PLAIN ? "Plain" : "Namespaced",
                GoLiterals.string(version),
                Fingerprints.of(contract),
                example(contract, module.packageName(), types));
    }

    private static List<String> example(Contract contract, String packageName, GoTypes types) {
        return contract.methods().stream()
                .filter(method -> method.params().stream()
                        .allMatch(type -> type.arguments().isEmpty()))
                .findFirst()
                .map(method -> {
                    var view = MethodView.of(method, types);
                    var params = method.params()
                            .map(type -> ", " + value(type, packageName, types))
                            .orElse("");
                    var call = "api." + view.name() + "(ctx" + params + ")";
                    return view.isVoid()
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
                })
                .orElse(List.of("fmt.Println(\"connected\")", "return nil"));
    }

    /** Params of a type, as another package writes them. */
    private static String value(TypeRef.Named type, String packageName, GoTypes types) {
        return types.declaration(type.name()) instanceof UnionType union
                ? "&" + packageName + "." + GoNames.type(union.variants().get(0)) + "{}"
                : packageName + "." + types.of(type) + "{}";
    }
}
