package io.github.centrifugorpc.maven.scan;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.internal.check.CheckerCompiler;
import io.github.centrifugorpc.internal.check.ParamsChecker;
import io.github.centrifugorpc.internal.json.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The server's own way of reading params and writing results, for the types of one contract. */
final class ServerJson {

    private final JsonFactory json = WireJson.factory();
    private final ObjectMapper mapper;
    private final CheckerCompiler checkers;

    ServerJson(Contract contract) {
        Map<String, TypeDeclaration> types =
                contract.types().stream().collect(Collectors.toMap(TypeDeclaration::name, Function.identity()));
        mapper = WireJson.mapper(json, contract.naming(), contract.longs(), types, List.of());
        checkers = new CheckerCompiler(json, types, Set.of(), false);
    }

    /** The names that Jackson writes, in its order. */
    List<String> written(Class<?> type) throws JsonMappingException {
        DefaultSerializerProvider provider = ((DefaultSerializerProvider) mapper.getSerializerProvider())
                .createInstance(mapper.getSerializationConfig(), mapper.getSerializerFactory());
        JsonSerializer<?> serializer = provider.findTypedValueSerializer(type, true, null);
        List<String> names = new ArrayList<>();
        for (Iterator<PropertyWriter> it = serializer.properties(); it.hasNext(); ) {
            PropertyWriter writer = it.next();
            if (!(writer instanceof AnyGetterWriter)) {
                names.add(writer.getName());
            }
        }
        return names;
    }

    /** The names that Jackson reads. */
    List<String> read(Class<?> type) throws IOException {
        try (JsonParser none = json.createParser("{}")) {
            DefaultDeserializationContext context = ((DefaultDeserializationContext) mapper.getDeserializationContext())
                    .createInstance(mapper.getDeserializationConfig(), none, null);
            var deserializer = (BeanDeserializerBase) context.findRootValueDeserializer(mapper.constructType(type));
            BeanDescription description = mapper.getDeserializationConfig().introspect(mapper.constructType(type));
            // Only then does Jackson know what it ignores.
            description.findProperties();
            List<String> names = new ArrayList<>();
            for (Iterator<SettableBeanProperty> it = deserializer.properties(); it.hasNext(); ) {
                SettableBeanProperty property = it.next();
                // What the contract leaves out never comes as far as Jackson.
                boolean isLeftOut = property.getAnnotation(JsonBackReference.class) != null
                        || (type.isRecord() && isIgnored(description, property.getName()));
                if (!isLeftOut) {
                    names.add(property.getName());
                }
            }
            return names;
        }
    }

    private static boolean isIgnored(BeanDescription description, String name) {
        Set<String> ignored = description.getIgnoredPropertyNames();
        return ignored != null && ignored.contains(name);
    }

    JsonNode write(Object value) throws IOException {
        return mapper.readTree(mapper.writeValueAsString(value));
    }

    /** Reads as the server does, checker first. */
    Object read(JsonNode params, ObjectType declared, Class<?> type) throws IOException {
        try (JsonParser in = json.createParser(params.toString())) {
            in.nextToken();
            ParamsChecker.CheckedParams checked =
                    checkers.params(new TypeRef.Named(declared.name())).check(in);
            if (!checked.violations().isEmpty()) {
                throw new AssertionError(checked.violations() + " for " + params);
            }
            return mapper.readValue(checked.tokens().asParserOnFirstToken(), type);
        }
    }
}
