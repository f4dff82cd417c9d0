package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares Java classes with what the contract says of them, so that a stale contract is found at start. */
final class ShapeComparison {

    private static final String RUN_THE_PLUGIN =
            "run the plugin again: mvn generate-sources. In an IDE, delegate builds to Maven.";

    private final ObjectMapper mapper;
    private final Map<String, TypeDeclaration> types;
    private final JavaTypes javaTypes;
    private final Consumer<Problem> problems;
    private final Set<String> compared = new HashSet<>();

    ShapeComparison(ObjectMapper mapper, Map<String, TypeDeclaration> types, Consumer<Problem> problems) {
        this.mapper = mapper;
        this.types = types;
        this.javaTypes = new JavaTypes(mapper, types);
        this.problems = problems;
    }

    static Problem outOfDate(HandlerCandidate candidate, String difference) {
        return new Problem(
                "CRPC-509",
                "The contract of '" + candidate.name() + "' is not that of " + candidate + ": " + difference + ".",
                RUN_THE_PLUGIN);
    }

    /** Whether the method and all types it uses are as declared; if not, the differences are among the problems. */
    boolean fits(HandlerSignature signature, RpcMethod declared) {
        var candidate = signature.candidate();
        var declaredParams =
                declared.params().map(TypeRef.Named::name).map(this::javaName).orElse("none");
        var params = signature
                .params()
                .map(type -> mapper.constructType(type).getRawClass().getName())
                .orElse("none");
        if (!declaredParams.equals(params)) {
            problems.accept(outOfDate(candidate, "its params are " + params + ", not " + declaredParams));
            return false;
        }
        var result = mapper.constructType(signature.result());
        boolean hasResult = !result.hasRawClass(void.class) && !result.hasRawClass(Void.class);
        if (hasResult != declared.result().isPresent()) {
            problems.accept(outOfDate(
                    candidate,
                    "it returns " + (hasResult ? "a result" : "none") + ", and the contract" + " says it returns "
                            + (hasResult ? "none" : "one")));
            return false;
        }
        if (declared.result().filter(type -> !javaTypes.mayBe(result, type)).isPresent()) {
            problems.accept(
                    outOfDate(candidate, "it returns " + told(result) + ", and the contract says another type"));
            return false;
        }
        var loader = candidate.handler().getClass().getClassLoader();
        boolean doParamsFit = declared.params()
                .map(type -> type.names().allMatch(name -> fits(name, loader)))
                .orElse(true);
        boolean doesResultFit = declared.result()
                .map(type -> type.names().allMatch(name -> fits(name, loader)))
                .orElse(true);
        return doParamsFit && doesResultFit;
    }

    private String javaName(String typeName) {
        var type = types.get(typeName);
        return type == null ? "a type that the contract does not declare (" + typeName + ")" : type.javaName();
    }

    private boolean fits(String typeName, ClassLoader loader) {
        if (!compared.add(typeName)) {
            return true;
        }
        var type = types.get(typeName);
        if (type == null) {
            problems.accept(new Problem(
                    "CRPC-515",
                    "The contract names the type " + typeName + " and does not declare it.",
                    RUN_THE_PLUGIN));
            return false;
        }
        Class<?> javaClass;
        try {
            javaClass = Class.forName(type.javaName(), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            problems.accept(new Problem(
                    "CRPC-515",
                    "The contract's type " + typeName + " stands for " + type.javaName() + ", which cannot be loaded.",
                    RUN_THE_PLUGIN));
            return false;
        }
        return !(type instanceof ObjectType object)
                || (hasSameMembers(object, javaClass)
                        && object.members().stream()
                                .flatMap(member -> member.type().names())
                                .allMatch(name -> fits(name, loader)));
    }

    private boolean hasSameMembers(ObjectType object, Class<?> javaClass) {
        var type = mapper.constructType(javaClass);
        var writers = mapper.getSerializationConfig().introspect(type).findProperties();
        var readers = mapper.getDeserializationConfig().introspect(type).findProperties();
        var written = names(writers, BeanPropertyDefinition::couldSerialize);
        var read = names(readers, BeanPropertyDefinition::couldDeserialize);
        var declared = object.members().stream().map(Member::name).collect(Collectors.toCollection(TreeSet::new));
        var either = new TreeSet<>(written);
        either.addAll(read);
        var both = new TreeSet<>(written);
        both.retainAll(read);
        if (!either.containsAll(declared) || !declared.containsAll(both)) {
            problems.accept(new Problem(
                    "CRPC-515",
                    "The contract's type " + object.name() + " has the members " + declared + ", and "
                            + object.javaName() + " has " + either + ".",
                    RUN_THE_PLUGIN));
            return false;
        }
        return Stream.concat(writers.stream(), readers.stream()).allMatch(property -> hasSameType(object, property));
    }

    private boolean hasSameType(ObjectType object, BeanPropertyDefinition property) {
        var declared = object.members().stream()
                .filter(member -> member.name().equals(property.getName()))
                .findFirst();
        if (declared.isEmpty()
                || javaTypes.mayBe(property.getPrimaryType(), declared.get().type())) {
            return true;
        }
        problems.accept(new Problem(
                "CRPC-515",
                "The contract's type " + object.name() + " has another type for "
                        + declared.get().name() + " than " + object.javaName() + ", where it is "
                        + told(property.getPrimaryType()) + ".",
                RUN_THE_PLUGIN));
        return false;
    }

    private static String told(JavaType type) {
        var name = type.getRawClass().getSimpleName();
        return type.getBindings().isEmpty()
                ? name
                : type.getBindings().getTypeParameters().stream()
                        .map(ShapeComparison::told)
                        .collect(Collectors.joining(", ", name + "<", ">"));
    }

    private static Set<String> names(
            List<BeanPropertyDefinition> properties, Predicate<BeanPropertyDefinition> isWanted) {
        return properties.stream()
                .filter(isWanted)
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
