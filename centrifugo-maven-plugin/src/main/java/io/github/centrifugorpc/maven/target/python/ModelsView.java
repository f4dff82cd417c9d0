package io.github.centrifugorpc.maven.target.python;

import java.util.List;

/**
 * What {@code models.py.vm} sees: finished lines.
 *
 * @param exports the names of all types, in the order of {@code __all__}
 */
public record ModelsView(String header, List<String> exports, List<EnumView> enums, List<ModelView> models) {

    /** One enum; {@code members} are whole lines. */
    public record EnumView(String name, List<String> docs, List<String> members) {}

    /** One model; {@code fields} are whole lines. */
    public record ModelView(String name, List<String> docs, List<String> fields) {}
}
