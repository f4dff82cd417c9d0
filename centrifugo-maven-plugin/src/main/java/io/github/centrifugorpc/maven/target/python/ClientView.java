package io.github.centrifugorpc.maven.target.python;

import java.util.List;

/**
 * What {@code client.py.vm} sees: finished lines.
 *
 * @param usesDeprecated whether a method is deprecated
 * @param usesModels whether a method names a type of the contract
 */
public record ClientView(
        String header, List<String> docs, boolean usesDeprecated, boolean usesModels, List<MethodView> methods) {

    /**
     * One method of the API class.
     *
     * @param constant the lines that declare the method's wire name and types
     * @param decorators none, or the deprecation
     * @param signature the lines of its {@code def}
     * @param body the lines that call it
     */
    public record MethodView(
            List<String> constant,
            List<String> decorators,
            List<String> signature,
            List<String> docs,
            List<String> body) {}
}
