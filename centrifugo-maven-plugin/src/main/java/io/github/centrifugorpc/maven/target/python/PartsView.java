package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.maven.target.python.ModelsView.ImportView;
import java.util.List;
import java.util.Map;

/**
 * What the modules see that find a type in its part.
 *
 * @param imports all types by part
 * @param exports all types, in the order of {@code __all__}
 * @param index the part of each type, by the name of its class
 */
public record PartsView(String header, List<ImportView> imports, List<String> exports, Map<String, String> index) {}
