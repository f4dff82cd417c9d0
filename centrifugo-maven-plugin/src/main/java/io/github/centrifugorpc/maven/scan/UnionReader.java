package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads sealed types, and types with {@code @JsonTypeInfo}, as unions of the objects below them (types T8). */
final class UnionReader {

    private static final String DISCRIMINATOR = "type";

    private final JavaModel model;
    private final Notes notes;
    private final TypeInfos infos;
    private final TypeReader types;
    private final WireNames names;
    private final ProblemSink problems;
    private final Map<TypeElement, Union> unions = new HashMap<>();

    UnionReader(
            JavaModel model, Notes notes, TypeInfos infos, TypeReader types, WireNames names, ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.infos = infos;
        this.types = types;
        this.names = names;
        this.problems = problems;
    }

    boolean isUnion(TypeElement type) {
        return infos.isUnion(type);
    }

    /** What Jackson's annotations say of an object by itself, without a union that it belongs to. */
    Optional<TypeInfo> infoOf(TypeElement object) {
        return infos.of(object);
    }

    /** The union, whose variants travel in that direction as well from now on. */
    Union read(TypeElement type, Direction direction) {
        Union union = unions.computeIfAbsent(type, this::union);
        for (Union.Variant variant : union.variants()) {
            String what = "variant " + name(variant.type()) + " of " + name(type);
            Use use = new Use(model.placeOf(variant.type()), what, direction);
            types.read(variant.type().asType(), TypeMarks.NONE, use)
                    .filter(read -> !read.equals(new TypeRef.Named(model.binaryName(variant.type()))))
                    .ifPresent(other -> refuse(
                            variant.type(),
                            type,
                            "it does not travel as an object",
                            "make it a record that has it as a member"));
        }
        return union;
    }

    /** The declaration; it refers to its variants by their binary names. */
    UnionType declaration(Union union) {
        TypeElement type = union.type();
        return new UnionType(
                notes.name(type),
                model.binaryName(type),
                union.discriminator(),
                union.variants().stream()
                        .map(variant -> model.binaryName(variant.type()))
                        .toList(),
                union.fallback().map(model::binaryName),
                notes.docs(type),
                notes.deprecated(type),
                model.placeOf(type));
    }

    /** The name of an object that has {@code @JsonTypeInfo} by itself or from a type above it. */
    String tagOf(TypeElement object, TypeInfo info) {
        return tags(info.root(), Optional.of(info)).getOrDefault(object, ownTag(object, Optional.of(info)));
    }

    private Union union(TypeElement type) {
        Optional<TypeInfo> info = infos.of(type);
        Map<TypeElement, String> tags = new LinkedHashMap<>();
        Map<TypeElement, String> above =
                info.map(found -> tags(found.root(), info)).orElse(Map.of());
        Set<TypeElement> leaves = new LinkedHashSet<>();
        if (infos.hasSubtypes(type)) {
            leaves(type, type, leaves, new LinkedHashSet<>());
        } else {
            above.keySet().stream().filter(leaf -> isBelow(leaf, type)).forEach(leaves::add);
        }
        info.flatMap(TypeInfo::fallback).filter(leaf -> isBelow(leaf, type)).ifPresent(leaves::add);
        Map<TypeElement, String> own = tags(type, info);
        leaves.stream()
                .filter(leaf -> isVariant(leaf, type))
                .forEach(leaf -> tags.put(leaf, above.getOrDefault(leaf, own.getOrDefault(leaf, ownTag(leaf, info)))));
        if (leaves.isEmpty()) {
            problems.report(ProblemId.NO_VARIANTS, model.placeOf(type), Map.of("type", name(type)));
        }
        return new Union(
                type,
                info.map(TypeInfo::property).orElse(DISCRIMINATOR),
                info,
                tags.entrySet().stream()
                        .map(entry -> new Union.Variant(entry.getKey(), entry.getValue()))
                        .toList(),
                info.flatMap(TypeInfo::fallback).filter(tags::containsKey));
    }

    /** The tags of all that is listed below a type; the first name that is given counts, as it does for Jackson. */
    private Map<TypeElement, String> tags(TypeElement type, Optional<TypeInfo> info) {
        Map<TypeElement, String> tags = new LinkedHashMap<>();
        addTags(type, info, tags, new LinkedHashSet<>());
        return tags;
    }

    private void addTags(
            TypeElement type, Optional<TypeInfo> info, Map<TypeElement, String> tags, Set<TypeElement> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (TypeInfos.Subtype subtype : infos.subtypes(type)) {
            if (!TypeInfos.isOpen(subtype.type())) {
                refuseTwoNames(subtype, type);
                tags.putIfAbsent(subtype.type(), subtype.name().orElseGet(() -> ownTag(subtype.type(), info)));
            }
            addTags(subtype.type(), info, tags, seen);
        }
    }

    /** Jackson uses the one inside the union, and the other where the object stands alone. */
    private void refuseTwoNames(TypeInfos.Subtype subtype, TypeElement listing) {
        Optional<String> own = TypeInfos.nameOf(subtype.type());
        if (own.isPresent() && subtype.name().isPresent() && !own.equals(subtype.name())) {
            problems.report(
                    ProblemId.TWO_TAGS,
                    model.placeOf(subtype.type()),
                    Map.of(
                            "type", name(subtype.type()),
                            "first", "\"" + subtype.name().get() + "\" in @JsonSubTypes of " + name(listing),
                            "second", "\"" + own.get() + "\" in its @JsonTypeName"));
        }
    }

    private String ownTag(TypeElement object, Optional<TypeInfo> info) {
        return TypeInfos.nameOf(object).orElseGet(() -> defaultTag(object, info));
    }

    /** Without annotations the simple name in the wire's casing; with them what Jackson makes of the class's name. */
    private String defaultTag(TypeElement object, Optional<TypeInfo> info) {
        if (info.isEmpty()) {
            return names.of(Annotations.NONE).apply(name(object));
        }
        String binaryName = model.binaryName(object);
        return info.get().isShort() ? name(object) : binaryName.substring(binaryName.lastIndexOf('.') + 1);
    }

    private void leaves(TypeElement type, TypeElement union, Set<TypeElement> leaves, Set<TypeElement> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (TypeInfos.Subtype subtype : infos.subtypes(type)) {
            TypeElement below = subtype.type();
            if (!TypeInfos.isOpen(below)) {
                leaves.add(below);
            } else if (infos.hasSubtypes(below)) {
                leaves(below, union, leaves, seen);
            } else if (!below.equals(type)) {
                refuse(
                        below,
                        union,
                        "it is abstract or an interface, and nobody knows what is below it",
                        "seal it, or list what is below it in @JsonSubTypes");
            }
        }
    }

    private boolean isVariant(TypeElement leaf, TypeElement union) {
        if (leaf.getKind() == ElementKind.ENUM) {
            return refuse(
                    leaf, union, "it is an enum, which is no object", "make it a record that has one as a member");
        }
        if (infos.hasSubtypes(leaf)) {
            return refuse(
                    leaf,
                    union,
                    "it can be created itself and has subtypes as well, so its name would mean two things",
                    "make it an interface or abstract, with a record for what it is itself");
        }
        if (!leaf.getTypeParameters().isEmpty()) {
            return refuse(
                    leaf, union, "it has type parameters, and nothing says what they are", "use concrete types in it");
        }
        if (!infos.isAnnotated(union) && !leaf.getModifiers().contains(Modifier.FINAL)) {
            return refuse(leaf, union, "it is not final, so it may have subtypes", "make it a record or a final class");
        }
        return true;
    }

    private boolean refuse(TypeElement variant, TypeElement union, String reason, String fix) {
        problems.report(
                ProblemId.BAD_VARIANT,
                model.placeOf(variant),
                Map.of("variant", name(variant), "union", name(union), "reason", reason, "fix", fix));
        return false;
    }

    private boolean isBelow(TypeElement type, TypeElement above) {
        return model.types()
                .isSubtype(model.types().erasure(type.asType()), model.types().erasure(above.asType()));
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
