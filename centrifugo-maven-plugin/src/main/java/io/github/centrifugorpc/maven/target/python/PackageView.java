package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Fingerprints;
import java.util.List;

/**
 * What the templates of the package's own files see.
 *
 * @param packageName the name to import
 * @param projectName the name to install
 * @param title what the contract calls the service, as a Python string
 * @param fingerprints by what a server knows the contract and its methods
 * @param types the contract's types, in the order of an import
 * @param hasParts whether the types stand in parts that are loaded as they are used
 * @param errors the runtime's errors, in the same order
 * @param declaredErrors the contract's errors, in the same order
 * @param values what else of the runtime the contract's types are used with, in the same order
 * @param exports everything the package offers, in the order of {@code __all__}
 * @param requirements what the package depends on
 * @param sources the files of the package
 * @param example the lines of a program that makes one call
 */
public record PackageView(
        String header,
        String packageName,
        String projectName,
        String version,
        String title,
        String docTitle,
        String layout,
        Fingerprints fingerprints,
        List<String> types,
        boolean hasParts,
        List<String> errors,
        List<String> declaredErrors,
        List<String> values,
        List<String> exports,
        List<String> requirements,
        List<String> sources,
        List<String> example) {}
