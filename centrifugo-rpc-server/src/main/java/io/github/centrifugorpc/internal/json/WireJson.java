package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/** The one place where Jackson is configured. */
public final class WireJson {

    /** How deep arrays and objects of one message may be nested (wire W13). */
    public static final int DEEPEST_NESTING = 100;

    private static final int MOST_NAME_CHARACTERS = 4096;

    private WireJson() {}

    /** A factory whose parsers are bounded and whose generators leave closing to others. */
    public static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxNameLength(MOST_NAME_CHARACTERS)
                        .build())
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    /**
     * A mapper by which {@link BoundBeans} hears of objects that have constraints.
     *
     * @param isConstrained whether a class has
     */
    public static ObjectMapper mapper(
            JsonFactory factory,
            Naming naming,
            Longs longs,
            Map<String, TypeDeclaration> types,
            Collection<? extends Module> modules,
            Predicate<Class<?>> isConstrained) {
        var all = new ArrayList<Module>(modules);
        all.add(new SimpleModule("constraints").setDeserializerModifier(new BoundBeans.Modifier(isConstrained)));
        return mapper(factory, naming, longs, types, all);
    }

    /**
     * A mapper for the Java types behind the given declarations.
     *
     * @param modules for types that the contract maps to something else; what this class says of its own types wins
     */
    public static ObjectMapper mapper(
            JsonFactory factory,
            Naming naming,
            Longs longs,
            Map<String, TypeDeclaration> types,
            Collection<? extends Module> modules) {
        var declarations = new JavaDeclarations(types.values());
        var mapper = JsonMapper.builder(factory)
                .annotationIntrospector(new ContractAnnotations(declarations))
                .addModule(new Jdk8Module())
                .addModule(new DateModule())
                .addModules(modules)
                .addModule(new WireModule(longs, declarations))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS, SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                // The checker has already dropped what the contract does not know.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        if (naming == Naming.SNAKE_CASE) {
            mapper.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
        var serializers = new DefaultSerializerProvider.Impl();
        serializers.setNullValueSerializer(new NullGuard(types));
        var built = mapper.build();
        built.setSerializerProvider(serializers);
        return built;
    }
}
