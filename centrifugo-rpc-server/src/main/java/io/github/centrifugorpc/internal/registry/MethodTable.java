package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.contract.Fingerprints;
import io.github.centrifugorpc.contract.Layout;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All methods of a server by wire name, and how their JSON is read and written. Immutable. */
public final class MethodTable {

    private final Layout layout;
    private final JsonFactory json;
    private final ObjectMapper mapper;
    private final Map<String, HandlerMethod> byName;
    private final List<HandlerMethod> sorted;
    private final Fingerprints fingerprints;

    MethodTable(
            Layout layout,
            JsonFactory json,
            ObjectMapper mapper,
            Collection<HandlerMethod> methods,
            Fingerprints fingerprints) {
        this.layout = layout;
        this.json = json;
        this.mapper = mapper;
        var byName = new TreeMap<String, HandlerMethod>();
        methods.forEach(method -> byName.put(method.name(), method));
        this.byName = Map.copyOf(byName);
        this.sorted = List.copyOf(byName.values());
        this.fingerprints = fingerprints;
    }

    /** The names of channels. */
    public Layout layout() {
        return layout;
    }

    /** Makes parsers and generators. */
    public JsonFactory json() {
        return json;
    }

    /** Writes values that no contract describes, such as the details of an error. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /** The method with this wire name, or null. */
    public @Nullable HandlerMethod find(String name) {
        return byName.get(name);
    }

    /** All methods, by wire name. */
    public List<HandlerMethod> all() {
        return sorted;
    }

    /** By what clients know that they mean the same methods (wire W8). */
    public Fingerprints fingerprints() {
        return fingerprints;
    }
}
