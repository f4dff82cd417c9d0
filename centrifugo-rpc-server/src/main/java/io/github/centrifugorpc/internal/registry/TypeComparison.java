package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares Java classes with what the contract says of them, each with the type arguments that it is used with. */
final class TypeComparison {

    static final String RUN_THE_PLUGIN =
            "run the plugin again: mvn generate-sources. In an IDE, delegate builds to Maven.";

    /** A type argument within a type argument within … that deep is a type that grows without end. */
    private static final int DEEPEST_ARGUMENTS = 20;

    private final ObjectMapper mapper;
    private final Map<String, TypeDeclaration> types;
    private final BoundTypes boundTypes;
    private final JavaTypes javaTypes;
    private final Consumer<Problem> problems;
    private final Set<TypeRef.Named> compared = new HashSet<>();
    private final Map<String, JavaType> seen = new HashMap<>();
    private final Set<String> mapped = new HashSet<>();

    TypeComparison(
            ObjectMapper mapper,
            Map<String, TypeDeclaration> types,
            BoundTypes boundTypes,
            JavaTypes javaTypes,
            Consumer<Problem> problems) {
        this.mapper = mapper;
        this.types = types;
        this.boundTypes = boundTypes;
        this.javaTypes = javaTypes;
        this.problems = problems;
    }

    /** Whether all types that a reference names are as their classes; if not, the differences are among the problems. */
    boolean fits(TypeRef type, ClassLoader loader) {
        boolean isNamed = !(type instanceof TypeRef.Named named) || isSame(named, loader);
        return isNamed && type.parts().stream().allMatch(part -> fits(part, loader));
    }

    /** Members, as {@code Type.member}, whose Java type Jackson reads from what the plugin's mapping says. */
    Set<String> mappedMembers() {
        return mapped;
    }

    private boolean isSame(TypeRef.Named use, ClassLoader loader) {
        if (!compared.add(use)) {
            return true;
        }
        var type = types.get(use.name());
        if (type == null) {
            return stale("The contract names the type " + use.name() + " and does not declare it.");
        }
        if (depth(use) > DEEPEST_ARGUMENTS) {
            return stale("The contract's type " + use.name() + " uses itself with ever longer type arguments.");
        }
        Class<?> javaClass;
        try {
            javaClass = Class.forName(type.javaName(), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return stale("The contract's type " + use.name() + " stands for " + type.javaName()
                    + ", which cannot be loaded.");
        }
        if (type instanceof UnionType union) {
            return union.variants().stream().allMatch(variant -> fits(new TypeRef.Named(variant), loader));
        }
        if (type instanceof EnumType enumType) {
            return hasSameValues(enumType, javaClass);
        }
        var object = (ObjectType) type;
        if (object.typeParameters().size() != use.arguments().size()) {
            return stale("The contract's type " + use.name() + " has the type parameters " + object.typeParameters()
                    + ", and is used with " + use.arguments().size() + ".");
        }
        var bound = members(object, use.arguments());
        return hasSameMembers(object, bound, javaTypes.of(use, mapper.getTypeFactory(), loader))
                && bound.values().stream().allMatch(member -> fits(member, loader))
                && object.extra().map(extra -> fits(extra, loader)).orElse(true);
    }

    private boolean stale(String message) {
        problems.accept(new Problem("CRPC-515", message, RUN_THE_PLUGIN));
        return false;
    }

    private static int depth(TypeRef type) {
        return 1 + type.parts().stream().mapToInt(TypeComparison::depth).max().orElse(0);
    }

    /** The types of members where type parameters are what a use says. */
    private static Map<String, TypeRef> members(ObjectType object, List<TypeRef> arguments) {
        var variables = new HashMap<String, TypeRef>();
        for (int i = 0; i < arguments.size(); i++) {
            variables.put(object.typeParameters().get(i), arguments.get(i));
        }
        return object.members().stream()
                .collect(Collectors.toMap(
                        Member::name, member -> member.type().bind(variables), (a, b) -> a, TreeMap::new));
    }

    private boolean hasSameValues(EnumType type, Class<?> javaClass) {
        var declared =
                type.values().stream().map(EnumType.Value::javaName).collect(Collectors.toCollection(TreeSet::new));
        var constants = new TreeSet<String>();
        for (var field : javaClass.getDeclaredFields()) {
            if (field.isEnumConstant()) {
                constants.add(field.getName());
            }
        }
        return declared.equals(constants)
                || stale("The contract's type " + type.name() + " has the values " + declared + ", and "
                        + type.javaName() + " has " + constants + ".");
    }

    private boolean hasSameMembers(ObjectType object, Map<String, TypeRef> bound, JavaType type) {
        seen.put(object.name(), type);
        var writers = boundTypes.written(type);
        var readers = boundTypes.read(type);
        var written = names(object, writers, BeanPropertyDefinition::couldSerialize);
        var read = names(object, readers, BeanPropertyDefinition::couldDeserialize);
        var declared = new TreeSet<>(bound.keySet());
        var either = new TreeSet<>(written);
        either.addAll(read);
        var both = new TreeSet<>(written);
        both.retainAll(read);
        if (!either.containsAll(declared) || !declared.containsAll(both)) {
            return stale("The contract's type " + object.name() + " has the members " + declared + ", and "
                    + object.javaName() + " has " + either + ".");
        }
        return Stream.concat(writers.stream(), readers.stream())
                .allMatch(property -> hasSameType(object, bound.get(property.getName()), property));
    }

    private boolean hasSameType(ObjectType object, @Nullable TypeRef declared, BeanPropertyDefinition property) {
        if (declared == null) {
            return true;
        }
        var type = property.getPrimaryType();
        if (boundTypes.hasFormOfItsOwn(property) || javaTypes.isMapped(type)) {
            mapped.add(object.name() + "." + property.getName());
            if (boundTypes.hasFormOfItsOwn(property)) {
                return true;
            }
        }
        return javaTypes.mayBe(type, declared)
                || stale("The contract's type " + object.name() + " has another type for " + property.getName()
                        + " than " + object.javaName() + ", where it is " + ShapeComparison.told(type) + ".");
    }

    /** The objects that params may be made of. */
    List<ObjectType> objects(TypeRef params) {
        var reachable = new LinkedHashSet<String>();
        reach(params, reachable);
        return reachable.stream()
                .map(types::get)
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .toList();
    }

    /** The classes of {@link #objects}. */
    List<Class<?>> classes(TypeRef params) {
        return objects(params).stream()
                .map(object -> seen.get(object.name()))
                .filter(Objects::nonNull)
                .<Class<?>>map(JavaType::getRawClass)
                .toList();
    }

    /** Whether the class of each object in params can be made of JSON; asked at start, not at the first call. */
    boolean canBeMade(TypeRef params) {
        return objects(params).stream()
                .filter(type -> Optional.ofNullable(seen.get(type.name()))
                        .filter(javaType -> !boundTypes.canBeMade(javaType))
                        .isPresent())
                .allMatch(this::cannotBeMade);
    }

    private boolean cannotBeMade(ObjectType type) {
        problems.accept(new Problem(
                "CRPC-518",
                type.javaName() + " is part of params, and Jackson knows no way to make one: there is neither a"
                        + " constructor without parameters, nor one whose parameters have names.",
                "compile with -parameters, or annotate a constructor with @JsonCreator and its parameters with"
                        + " @JsonProperty."));
        return false;
    }

    private void reach(TypeRef type, Set<String> reachable) {
        type.names().filter(reachable::add).toList().forEach(name -> {
            if (types.get(name) instanceof ObjectType object) {
                object.members().forEach(member -> reach(member.type(), reachable));
                object.extra().ifPresent(extra -> reach(extra, reachable));
            } else if (types.get(name) instanceof UnionType union) {
                union.variants().forEach(variant -> reach(new TypeRef.Named(variant), reachable));
            }
        });
    }

    private static Set<String> names(
            ObjectType object, List<BeanPropertyDefinition> properties, Predicate<BeanPropertyDefinition> isWanted) {
        var tag = object.tag().map(ObjectType.Tag::member).orElse("");
        return properties.stream()
                .filter(isWanted)
                .map(BeanPropertyDefinition::getName)
                .filter(name -> !name.equals(tag))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
