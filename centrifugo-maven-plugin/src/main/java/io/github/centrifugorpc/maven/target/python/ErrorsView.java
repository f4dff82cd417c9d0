package io.github.centrifugorpc.maven.target.python;

import java.util.List;

/**
 * What {@code errors.py.vm} sees: finished lines.
 *
 * @param usesModels whether an error has details
 * @param exports the names of the errors, in the order of {@code __all__}
 */
public record ErrorsView(String header, boolean usesModels, List<String> exports, List<ErrorView> errors) {

    /**
     * One error.
     *
     * @param head the lines that begin its class
     * @param details the lines that declare the attribute of that name; empty for an error without
     * @param constructor the lines of its {@code __init__}
     * @param entry the lines by which it is found
     */
    public record ErrorView(
            List<String> head, List<String> docs, List<String> details, List<String> constructor, List<String> entry) {}
}
