package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads every type that methods lead to, once for each direction it travels in. */
final class DeclarationReader {

    private final JavaModel model;
    private final Notes notes;
    private final Declarations declarations;
    private final EnumReader enums;
    private final UnionReader unions;
    private final ObjectReader objects;
    private final ProblemSink problems;

    DeclarationReader(
            JavaModel model,
            Notes notes,
            Declarations declarations,
            EnumReader enums,
            UnionReader unions,
            ObjectReader objects,
            ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.declarations = declarations;
        this.enums = enums;
        this.unions = unions;
        this.objects = objects;
        this.problems = problems;
    }

    /** All declarations; they and their references carry binary names. */
    List<TypeDeclaration> readAll() {
        Map<TypeElement, Map<Direction, ObjectReader.Shape>> shapes = new LinkedHashMap<>();
        Map<TypeElement, EnumType> constants = new LinkedHashMap<>();
        Map<TypeElement, Union> used = new LinkedHashMap<>();
        Optional<Declarations.Travel> next = declarations.next();
        while (next.isPresent()) {
            TypeElement type = next.get().type();
            Direction direction = next.get().direction();
            if (type.getKind() == ElementKind.ENUM) {
                constants.computeIfAbsent(type, enums::read);
            } else if (unions.isUnion(type)) {
                used.put(type, unions.read(type, direction));
            } else {
                shapes.computeIfAbsent(type, unused -> new EnumMap<>(Direction.class))
                        .put(direction, objects.read(type, direction));
            }
            next = declarations.next();
        }
        Tags tags = new Tags(model, unions, problems);
        used.values().forEach(tags::add);
        List<TypeDeclaration> read = new ArrayList<>(constants.values());
        used.values().forEach(union -> read.add(unions.declaration(union)));
        shapes.forEach((type, byDirection) -> read.add(object(type, byDirection, tags)));
        return read;
    }

    private ObjectType object(TypeElement type, Map<Direction, ObjectReader.Shape> byDirection, Tags tags) {
        if (byDirection.values().stream().allMatch(ObjectReader.Shape::isEmpty)) {
            objects.refuseEmpty(type);
        }
        Optional<Tags.Tagged> tagged = tags.of(type);
        List<List<Member>> shapes = new ArrayList<>();
        // An EnumMap iterates in the order of its constants: params, then result.
        byDirection.forEach((direction, shape) ->
                shapes.add(tagged.map(tag -> tags.withoutTag(type, tag, shape.members(), direction))
                        .orElse(shape.members())));
        List<Member> members = shapes.get(0);
        if (shapes.size() == 2) {
            members = inBoth(shapes.get(0), shapes.get(1));
            refuseDifference(type, members, shapes.get(1));
            refuseOneWay(type);
        }
        return new ObjectType(
                notes.name(type),
                model.binaryName(type),
                type.getTypeParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .toList(),
                tagged.map(Tags.Tagged::tag),
                members,
                objects.extra(type, byDirection.keySet().iterator().next()),
                notes.docs(type),
                notes.deprecated(type),
                model.placeOf(type));
    }

    /** What only one direction leaves out is left out: presence is no difference (types T12). What is written decides. */
    private static List<Member> inBoth(List<Member> read, List<Member> written) {
        Map<String, TypeRef> types = new HashMap<>();
        written.stream()
                .filter(member -> !member.required())
                .forEach(member -> types.put(member.name(), member.type()));
        return read.stream()
                .map(member -> {
                    TypeRef other = types.getOrDefault(member.name(), member.type());
                    boolean isOfSameKind = TypeReader.orNull(other).equals(TypeReader.orNull(member.type()));
                    return isOfSameKind && !member.required() ? of(other, member) : member;
                })
                .toList();
    }

    private static Member of(TypeRef type, Member member) {
        return new Member(
                member.name(),
                member.javaName(),
                type,
                member.required(),
                member.defaultValue(),
                member.aliases(),
                member.constraints(),
                member.docs(),
                member.deprecated(),
                member.place());
    }

    /** A type whose two directions differ would promise clients what the other direction does not keep (types T12). */
    private void refuseDifference(TypeElement type, List<Member> read, List<Member> written) {
        report(type, read, written, "read from params but not written to results");
        report(type, written, read, "written to results but not read from params");
    }

    /** Members whose names are data would come and not go, or go and not come. */
    private void refuseOneWay(TypeElement type) {
        Optional<TypeRef> read = objects.extra(type, Direction.PARAMS);
        Optional<TypeRef> written = objects.extra(type, Direction.RESULT);
        if (!read.equals(written)) {
            String difference = read.isEmpty()
                    ? "written to results but not read from params"
                    : written.isEmpty()
                            ? "read from params but not written to results"
                            : "read as one type and written as another";
            problems.report(
                    ProblemId.TWO_DIRECTIONS,
                    model.placeOf(type),
                    Map.of("member", "any other", "type", type.getSimpleName().toString(), "difference", difference));
        }
    }

    private void report(TypeElement type, List<Member> members, List<Member> others, String difference) {
        Map<String, Member> byName = new HashMap<>();
        others.forEach(other -> byName.put(other.name(), other));
        for (Member member : members) {
            Member other = byName.get(member.name());
            if (other == null || !other.type().equals(member.type())) {
                problems.report(
                        ProblemId.TWO_DIRECTIONS,
                        member.place(),
                        Map.of(
                                "member", member.javaName(),
                                "type", type.getSimpleName().toString(),
                                "difference", other == null ? difference : "read as one type and written as another"));
            }
        }
    }
}
