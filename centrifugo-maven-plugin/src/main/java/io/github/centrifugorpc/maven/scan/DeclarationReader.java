package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads every type that methods lead to, once for each direction it travels in. */
final class DeclarationReader {

    private final JavaModel model;
    private final Notes notes;
    private final Declarations declarations;
    private final EnumReader enums;
    private final ObjectReader objects;
    private final ProblemSink problems;

    DeclarationReader(
            JavaModel model,
            Notes notes,
            Declarations declarations,
            EnumReader enums,
            ObjectReader objects,
            ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.declarations = declarations;
        this.enums = enums;
        this.objects = objects;
        this.problems = problems;
    }

    /** All declarations; they and their references carry binary names. */
    List<TypeDeclaration> readAll() {
        Map<TypeElement, Map<Direction, List<Member>>> shapes = new LinkedHashMap<>();
        List<TypeDeclaration> read = new ArrayList<>();
        Optional<Declarations.Travel> next = declarations.next();
        while (next.isPresent()) {
            TypeElement type = next.get().type();
            Direction direction = next.get().direction();
            if (type.getKind() != ElementKind.ENUM) {
                shapes.computeIfAbsent(type, unused -> new EnumMap<>(Direction.class))
                        .put(direction, objects.read(type, direction));
            } else if (read.stream().noneMatch(has(model.binaryName(type)))) {
                read.add(enums.read(type));
            }
            next = declarations.next();
        }
        shapes.forEach((type, byDirection) -> read.add(object(type, byDirection)));
        return read;
    }

    private ObjectType object(TypeElement type, Map<Direction, List<Member>> byDirection) {
        List<List<Member>> shapes = List.copyOf(byDirection.values());
        if (shapes.size() == 2) {
            // An EnumMap iterates in the order of its constants: params, then result.
            refuseDifference(type, shapes.get(0), shapes.get(1));
            refuseOneWay(type);
        }
        return new ObjectType(
                type.getSimpleName().toString(),
                model.binaryName(type),
                List.of(),
                Optional.empty(),
                shapes.get(0),
                objects.extra(type, byDirection.keySet().iterator().next()),
                notes.docs(type),
                notes.deprecated(type),
                model.placeOf(type));
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
        for (Member member : members) {
            Optional<Member> other = others.stream()
                    .filter(candidate -> candidate.name().equals(member.name()))
                    .findFirst();
            String found = other.isPresent() ? "read as one type and written as another" : difference;
            if (other.filter(candidate -> candidate.type().equals(member.type()))
                    .isEmpty()) {
                problems.report(
                        ProblemId.TWO_DIRECTIONS,
                        member.place(),
                        Map.of(
                                "member", member.javaName(),
                                "type", type.getSimpleName().toString(),
                                "difference", found));
            }
        }
    }

    private static Predicate<TypeDeclaration> has(String javaName) {
        return declaration -> declaration.javaName().equals(javaName);
    }
}
