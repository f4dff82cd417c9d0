package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** By which members and values objects are known as variants; each has one tag, wherever it is used. */
final class Tags {

    private final JavaModel model;
    private final UnionReader unions;
    private final ProblemSink problems;
    private final Map<TypeElement, List<Tagged>> byObject = new HashMap<>();

    Tags(JavaModel model, UnionReader unions, ProblemSink problems) {
        this.model = model;
        this.unions = unions;
        this.problems = problems;
    }

    /**
     * The tag of an object.
     *
     * @param union who gives it
     * @param info what Jackson's annotations say; empty for a sealed type without them
     */
    record Tagged(ObjectType.Tag tag, String union, Optional<TypeInfo> info) {}

    void add(Union union) {
        union.variants()
                .forEach(variant -> byObject.computeIfAbsent(variant.type(), unused -> new ArrayList<>())
                        .add(new Tagged(
                                new ObjectType.Tag(union.discriminator(), variant.tag()),
                                name(union.type()),
                                union.info())));
    }

    /** The tag of an object that is a variant, or that has type information of its own. */
    Optional<Tagged> of(TypeElement object) {
        List<Tagged> all = new ArrayList<>();
        unions.infoOf(object)
                .ifPresent(info -> all.add(new Tagged(
                        new ObjectType.Tag(info.property(), unions.tagOf(object, info)),
                        name(info.root()),
                        Optional.of(info))));
        all.addAll(byObject.getOrDefault(object, List.of()));
        all.stream()
                .filter(other -> !other.tag().equals(all.get(0).tag()))
                .forEach(other -> problems.report(
                        ProblemId.TWO_TAGS,
                        model.placeOf(object),
                        Map.of(
                                "type", name(object),
                                "first", told(all.get(0)),
                                "second", told(other))));
        return all.stream().findFirst();
    }

    /** The members without the one that holds the tag; it is a problem where Jackson would not fill or write it so. */
    List<Member> withoutTag(TypeElement object, Tagged tagged, List<Member> members, Direction direction) {
        Optional<Member> same = members.stream()
                .filter(member -> member.name().equals(tagged.tag().member()))
                .findFirst();
        boolean isOwn = tagged.info().filter(TypeInfo::isOwnProperty).isPresent();
        boolean isVisible = tagged.info().filter(TypeInfo::isVisible).isPresent();
        if (direction == Direction.RESULT && isOwn && same.isEmpty()) {
            problems.report(
                    ProblemId.NO_DISCRIMINATOR,
                    model.placeOf(object),
                    Map.of("type", name(object), "name", tagged.tag().member(), "union", tagged.union()));
        }
        boolean isTwice = direction == Direction.RESULT ? !isOwn : !isVisible;
        if (same.isPresent() && isTwice) {
            problems.report(
                    direction == Direction.RESULT || !isOwn
                            ? ProblemId.DISCRIMINATOR_TAKEN
                            : ProblemId.DISCRIMINATOR_INVISIBLE,
                    same.get().place(),
                    Map.of(
                            "member", same.get().javaName(),
                            "type", name(object),
                            "name", tagged.tag().member(),
                            "union", tagged.union()));
        }
        return members.stream()
                .filter(member -> !same.equals(Optional.of(member)))
                .toList();
    }

    private static String told(Tagged tagged) {
        return "\"" + tagged.tag().member() + "\": \"" + tagged.tag().value() + "\" in " + tagged.union();
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
