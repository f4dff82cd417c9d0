package io.github.centrifugorpc.maven.target.python;

import java.util.List;

/**
 * What {@code models.py.vm} sees, for all types or for a part of them: finished lines.
 *
 * @param docs the module's docstring, without its quotes
 * @param typing what it takes from Python's typing, in the order of an import
 * @param root where the package of the SDK is from here: {@code .} or {@code ..}
 * @param imports the types of other parts that it runs with
 * @param references the types of other parts that only annotations name
 * @param exports the names of its types, in the order of {@code __all__}
 * @param variables the type variables of generic models
 */
public record ModelsView(
        String header,
        String docs,
        List<String> typing,
        String root,
        List<ImportView> imports,
        List<ImportView> references,
        List<String> exports,
        List<String> variables,
        List<EnumView> enums,
        List<ModelView> models,
        List<UnionView> unions) {

    /** The types that are taken from one part, in the order of an import. */
    public record ImportView(String part, List<String> names) {}

    /** One enum; {@code members} are whole lines. */
    public record EnumView(String name, String base, List<String> docs, List<String> members) {}

    /** One model; {@code fields} are whole lines. */
    public record ModelView(String name, String bases, List<String> docs, List<String> fields) {}

    /** One union; {@code alias} and {@code docs} are whole lines. */
    public record UnionView(List<String> alias, List<String> docs) {}
}
