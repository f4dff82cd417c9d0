package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.maven.check.ProblemId;
import io.github.centrifugorpc.maven.scan.Accessor.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Picks the one accessor that Jackson uses, or reports that it could not decide either. */
final class AccessorChoice {

    private final JavaModel model;
    private final ProblemSink problems;

    AccessorChoice(JavaModel model, ProblemSink problems) {
        this.model = model;
        this.problems = problems;
    }

    /** What Jackson writes the property from. */
    Optional<Accessor> writer(TypeElement type, Accessors property) {
        return property.has(Kind.GETTER) ? getter(type, property) : field(type, property);
    }

    /** What Jackson reads the property into. */
    Optional<Accessor> reader(TypeElement type, Accessors property, boolean isIgnored) {
        if (property.has(Kind.PARAMETER)) {
            return one(type, property, Kind.PARAMETER, "two parameters", (first, second) -> first);
        }
        if (property.has(Kind.SETTER)) {
            return one(type, property, Kind.SETTER, "two setters", this::betterSetter);
        }
        if (property.has(Kind.FIELD)) {
            return field(type, property);
        }
        // Jackson fills a collection that it can only get.
        return getter(type, property)
                .filter(getter -> !isIgnored
                        && (model.isA(getter.type(), "java.util.Collection")
                                || model.isA(getter.type(), "java.util.Map")));
    }

    private Optional<Accessor> getter(TypeElement type, Accessors property) {
        return one(type, property, Kind.GETTER, "two getters", (first, second) -> {
            int ranks = Integer.compare(getterRank(first), getterRank(second));
            return ranks == 0 ? first : ranks < 0 ? first : second;
        });
    }

    private Optional<Accessor> field(TypeElement type, Accessors property) {
        return one(type, property, Kind.FIELD, "two fields", (first, second) -> first);
    }

    private Optional<Accessor> one(
            TypeElement type, Accessors property, Kind kind, String conflict, BinaryOperator<Accessor> better) {
        List<Accessor> candidates = property.of(kind);
        Optional<Accessor> chosen = candidates.stream().reduce((first, second) -> {
            DeclaredType ofFirst = (DeclaredType) first.owner().asType();
            DeclaredType ofSecond = (DeclaredType) second.owner().asType();
            if (!first.owner().equals(second.owner())) {
                if (isAbove(ofFirst, ofSecond)) {
                    return second;
                }
                if (isAbove(ofSecond, ofFirst)) {
                    return first;
                }
            }
            return better.apply(first, second);
        });
        Optional<Accessor> rival = candidates.stream()
                .filter(candidate -> chosen.isPresent()
                        && !candidate.element().equals(chosen.get().element())
                        && candidate.owner().equals(chosen.get().owner())
                        && rank(candidate, kind) == rank(chosen.get(), kind))
                .findFirst();
        if (rival.isPresent()) {
            report(type, property, List.of(rival.get(), chosen.get()), conflict);
            return Optional.empty();
        }
        return chosen;
    }

    private void report(TypeElement type, Accessors property, List<Accessor> rivals, String conflict) {
        String owner = type.getSimpleName().toString();
        List<Accessor> inOrder =
                property.gathered().stream().filter(rivals::contains).toList();
        String first = inOrder.get(0).elementName();
        String second = inOrder.get(1).elementName();
        if (first.equals(second)) {
            problems.report(
                    ProblemId.AMBIGUOUS_PROPERTY,
                    model.placeOf(property.gathered().get(0).element()),
                    Map.of("what", "member '" + property.javaName() + "' of " + owner, "reason", conflict));
        } else {
            problems.report(
                    ProblemId.SAME_MEMBER_NAME,
                    model.placeOf(inOrder.get(1).element()),
                    Map.of("first", first, "second", second, "type", owner, "name", property.name()));
        }
    }

    private boolean isAbove(DeclaredType above, DeclaredType type) {
        return model.types()
                .isSubtype(model.types().erasure(type), model.types().erasure(above));
    }

    private Accessor betterSetter(Accessor first, Accessor second) {
        return setterRank(second) < setterRank(first) ? second : first;
    }

    private static int rank(Accessor accessor, Kind kind) {
        return switch (kind) {
            case GETTER -> getterRank(accessor);
            case SETTER -> setterRank(accessor);
            default -> 0;
        };
    }

    private static int getterRank(Accessor getter) {
        String name = getter.elementName();
        if (name.startsWith("get") && name.length() > 3) {
            return 0;
        }
        return name.startsWith("is") && name.length() > 2 ? 1 : 2;
    }

    /** By its name, then a primitive before a text before anything else. */
    private static int setterRank(Accessor setter) {
        String name = setter.elementName();
        int byName = name.startsWith("set") && name.length() > 3 ? 0 : 3;
        if (setter.type().getKind().isPrimitive()) {
            return byName;
        }
        return byName
                + (setter.type() instanceof DeclaredType declared
                                && ((TypeElement) declared.asElement())
                                        .getQualifiedName()
                                        .contentEquals("java.lang.String")
                        ? 1
                        : 2);
    }
}
