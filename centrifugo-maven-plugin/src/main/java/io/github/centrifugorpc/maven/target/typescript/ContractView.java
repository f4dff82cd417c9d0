package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;

/**
 * What {@code contract.ts.vm}, {@code index.ts.vm} and {@code package.json.vm} show.
 *
 * @param layout a TypeScript literal
 * @param version a TypeScript literal
 * @param packageJson the same facts as JSON strings
 */
public record ContractView(String header, String layout, String version, PackageJson packageJson) {

    /** What npm is told. */
    public record PackageJson(String name, String version, String description, int printWidth) {}

    static ContractView of(Contract contract, String packageName, String version) {
        return new ContractView(
                TypeScriptRenderer.HEADER,
                Literals.string(contract.layout().wireName()),
                Literals.string(version),
                new PackageJson(
                        Literals.json(packageName),
                        Literals.json(version),
                        Literals.json("Typed RPC client of " + contract.title()),
                        Wrapping.WIDTH));
    }
}
