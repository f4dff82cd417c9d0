package io.github.centrifugorpc.maven.openapi;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.naming.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of the contract's types among the document's schemas. OpenAPI 3.0 knows no type parameters, so a generic type
 * has a schema for each choice of arguments that is in use: {@code PageOfTask}.
 */
final class SchemaNames {

    private final Map<TypeRef.Named, String> keys = new LinkedHashMap<>();

    SchemaNames(Contract contract) {
        var used = used(contract);
        var taken = new LinkedHashSet<String>();
        contract.types().forEach(type -> taken.add(key(type.name())));
        for (var type : contract.types()) {
            used.stream()
                    .filter(use -> use.name().equals(type.name()))
                    .sorted(Comparator.comparing(SchemaNames::told))
                    .forEach(use -> keys.put(use, use.arguments().isEmpty() ? key(use.name()) : free(use, taken)));
        }
    }

    /** All types that need a schema, in the contract's order. */
    List<TypeRef.Named> all() {
        return List.copyOf(keys.keySet());
    }

    String key(TypeRef.Named type) {
        var key = keys.get(type);
        if (key == null) {
            throw new IllegalStateException("no schema for " + type);
        }
        return key;
    }

    ObjectNode reference(TypeRef.Named type) {
        return Json.object().put("$ref", "#/components/schemas/" + key(type));
    }

    private static Set<TypeRef.Named> used(Contract contract) {
        var declared = contract.types().stream()
                .filter(type -> !(type instanceof ObjectType object)
                        || object.typeParameters().isEmpty())
                .map(type -> new TypeRef.Named(type.name()));
        var inMethods = contract.methods().stream()
                .flatMap(method -> Stream.concat(method.params().stream(), method.result().stream()));
        return new Reached(contract).from(Stream.concat(declared, inMethods));
    }

    private static String free(TypeRef.Named type, Set<String> taken) {
        var key = key(told(type));
        while (!taken.add(key)) {
            key += "_";
        }
        return key;
    }

    /** Java names may hold letters that the keys of OpenAPI may not. */
    private static String key(String typeName) {
        var key = new StringBuilder();
        typeName.codePoints().forEach(letter -> {
            if (letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_')) {
                key.appendCodePoint(letter);
            } else {
                key.append("-u").append(Integer.toHexString(letter)).append('-');
            }
        });
        return key.toString();
    }

    private static String told(TypeRef type) {
        return type.accept(new Told());
    }

    /** A type in one word. */
    private static final class Told implements TypeRef.Visitor<String> {

        @Override
        public String scalar(ScalarKind kind) {
            return Words.of(kind.wireName()).pascalCase();
        }

        @Override
        public String any() {
            return "Any";
        }

        @Override
        public String named(String name, List<TypeRef> arguments) {
            return arguments.isEmpty()
                    ? name
                    : arguments.stream().map(SchemaNames::told).collect(joining("And", name + "Of", ""));
        }

        @Override
        public String variable(String name) {
            return name;
        }

        @Override
        public String list(TypeRef element) {
            return "ListOf" + told(element);
        }

        @Override
        public String set(TypeRef element) {
            return "SetOf" + told(element);
        }

        @Override
        public String map(TypeRef key, TypeRef value) {
            return "MapOf" + told(key) + "And" + told(value);
        }

        @Override
        public String nullable(TypeRef inner) {
            return "Nullable" + told(inner);
        }

        @Override
        public String patch(TypeRef inner) {
            return "PatchOf" + told(inner);
        }
    }
}
