package io.github.centrifugorpc.server.spi;

import com.fasterxml.jackson.databind.Module;
import java.util.List;

/**
 * Jackson modules that read and write types which the plugin's {@code <typeMappings>} maps to another form. What a
 * module says of a type that the contract describes itself has no effect.
 *
 * @param modules in the order in which they are registered
 */
public record JsonModules(List<Module> modules) {

    public JsonModules {
        modules = List.copyOf(modules);
    }

    /** Some modules. */
    public static JsonModules of(Module... modules) {
        return new JsonModules(List.of(modules));
    }
}
