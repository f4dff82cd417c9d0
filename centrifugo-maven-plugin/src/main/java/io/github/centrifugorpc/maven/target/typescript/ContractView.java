package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Fingerprints;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code contract.ts.vm}, {@code fingerprints.ts.vm}, {@code index.ts.vm} and {@code package.json.vm} show.
 *
 * @param layout a TypeScript literal
 * @param errors the export of the declared errors; nothing where there are none
 * @param version a TypeScript literal
 * @param contractHash a TypeScript literal
 * @param fingerprints the members of an object literal, a method each
 * @param packageJson the same facts as JSON strings
 */
public record ContractView(
        String header,
        String layout,
        List<String> errors,
        String version,
        String contractHash,
        List<String> fingerprints,
        PackageJson packageJson) {

    /** What npm is told. */
    public record PackageJson(String name, String version, String description, int printWidth) {}

    static ContractView of(Contract contract, String packageName, String version) {
        var fingerprints = Fingerprints.of(contract);
        return new ContractView(
                TypeScriptRenderer.HEADER,
                Literals.string(contract.layout().wireName()),
                Wrapping.export(errors(contract), "./declared-errors.js"),
                Literals.string(version),
                Literals.string(fingerprints.contractHash()),
                fingerprints.methods().entrySet().stream()
                        .map(method -> key(method.getKey()) + ": " + Literals.string(method.getValue()))
                        .toList(),
                new PackageJson(
                        Literals.json(packageName),
                        Literals.json(version),
                        Literals.json("Typed RPC client of " + contract.title()),
                        Wrapping.WIDTH));
    }

    private static List<String> errors(Contract contract) {
        return contract.errors().stream()
                .flatMap(error -> Stream.of(TypeScriptNames.type(error.type()), TypeScriptNames.guard(error.type())))
                .sorted()
                .toList();
    }

    /** With quotes only where prettier has them. */
    private static String key(String method) {
        return method.contains(".") ? Literals.string(method) : method;
    }
}
