package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.python.ModelsView.ImportView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types of a large contract in parts, of which a program loads those it uses. What types are made of stands near
 * them. A part runs with others of an earlier kind only: enums with none, objects with enums, unions with objects.
 */
final class Parts {

    /** Up to here one module is loaded fast enough. */
    private static final int TYPES_IN_ONE_MODULE = 100;

    private static final int ENUMS_IN_A_PART = 50;
    private static final int OBJECTS_IN_A_PART = 10;
    /** Whoever loads a union loads its variants. */
    private static final int UNIONS_IN_A_PART = 1;

    private final Map<String, TypeDeclaration> declarations;
    private final Map<String, List<TypeDeclaration>> parts = new LinkedHashMap<>();
    private final Map<String, String> partOf = new HashMap<>();

    Parts(Contract contract) {
        this.declarations = contract.typesByName();
        var inOrder = inOrder(contract);
        add(
                "enums",
                ENUMS_IN_A_PART,
                inOrder.stream().filter(EnumType.class::isInstance).toList());
        add(
                "objects",
                OBJECTS_IN_A_PART,
                inOrder.stream().filter(ObjectType.class::isInstance).toList());
        add(
                "unions",
                UNIONS_IN_A_PART,
                inOrder.stream().filter(UnionType.class::isInstance).toList());
    }

    static boolean areWorthwhile(Contract contract) {
        return contract.types().size() > TYPES_IN_ONE_MODULE;
    }

    /** The types of each part, by its module's name. */
    Map<String, List<TypeDeclaration>> byName() {
        return parts;
    }

    /** The part of each type, by the name of its class. */
    Map<String, String> index() {
        var index = new TreeMap<String, String>(ImportOrder.EXPORTS);
        partOf.forEach((type, part) -> index.put(PythonNames.type(type), part));
        return index;
    }

    /** All types, as they are imported from their parts. */
    List<ImportView> all() {
        return imports(partOf.keySet().stream(), "");
    }

    /** What a part needs of others to be loaded. */
    List<ImportView> imports(String part) {
        return imports(types(part).flatMap(this::runningWith), part);
    }

    /** What only the annotations of a part name. */
    List<ImportView> references(String part) {
        var running = new TreeSet<>(types(part).flatMap(this::runningWith).toList());
        return imports(types(part).flatMap(ResultTypes::namedBy).filter(name -> !running.contains(name)), part);
    }

    private Stream<TypeDeclaration> types(String part) {
        return parts.getOrDefault(part, List.of()).stream();
    }

    private List<ImportView> imports(Stream<String> types, String into) {
        var names = new TreeMap<String, Set<String>>();
        types.forEach(type -> {
            var part = partOf.getOrDefault(type, into);
            if (!part.equals(into)) {
                names.computeIfAbsent(part, any -> new TreeSet<>(ImportOrder.IMPORTS))
                        .add(PythonNames.type(type));
            }
        });
        return names.entrySet().stream()
                .map(entry -> new ImportView(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** The types without which the code of this one does not run: values of enums as defaults, variants. */
    private Stream<String> runningWith(TypeDeclaration type) {
        if (type instanceof UnionType union) {
            return union.variants().stream();
        }
        return type instanceof ObjectType object
                ? object.members().stream()
                        .filter(member -> member.defaultValue().isPresent())
                        .flatMap(member -> member.type().names())
                : Stream.empty();
    }

    private void add(String kind, int size, List<TypeDeclaration> types) {
        int count = (types.size() + size - 1) / size;
        int digits = String.valueOf(count).length();
        for (int i = 0; i < count; i++) {
            // Padded, so that their order is that of their numbers.
            var name = kind + "0".repeat(digits - String.valueOf(i + 1).length()) + (i + 1);
            var part = types.subList(i * size, Math.min(types.size(), (i + 1) * size));
            parts.put(name, part);
            part.forEach(type -> partOf.put(type.name(), name));
        }
    }

    /** What each type is made of before it, starting with the types of the first method. */
    private List<TypeDeclaration> inOrder(Contract contract) {
        var done = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        for (RpcMethod method : contract.methods()) {
            method.params().stream().flatMap(TypeRef::names).forEach(name -> visit(name, seen, done));
            method.result().stream().flatMap(TypeRef::names).forEach(name -> visit(name, seen, done));
        }
        contract.types().forEach(type -> visit(type.name(), seen, done));
        var types = new ArrayList<TypeDeclaration>();
        done.forEach(name -> types.add(declared(name)));
        return types;
    }

    private void visit(String root, Set<String> seen, Set<String> done) {
        var path = new ArrayDeque<Visit>();
        if (seen.add(root)) {
            path.push(new Visit(root, inside(root)));
        }
        while (!path.isEmpty()) {
            var visit = path.element();
            if (visit.inside().isEmpty()) {
                done.add(visit.name());
                path.pop();
                continue;
            }
            var next = visit.inside().remove();
            if (seen.add(next)) {
                path.push(new Visit(next, inside(next)));
            }
        }
    }

    private ArrayDeque<String> inside(String name) {
        return new ArrayDeque<>(ResultTypes.namedBy(declared(name)).toList());
    }

    private TypeDeclaration declared(String name) {
        var declaration = declarations.get(name);
        if (declaration == null) {
            throw new IllegalStateException("the contract has no type named " + name);
        }
        return declaration;
    }

    /** A type on the way down, and the types inside it that are still to be visited. */
    private record Visit(String name, ArrayDeque<String> inside) {}
}
