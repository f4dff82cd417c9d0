package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.UnionType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The variants of a union are told apart by their tags. */
final class TagRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        Map<String, ObjectType> objects = ContractTypes.objectsByName(checked.contract());
        return ContractTypes.unions(checked.contract())
                .flatMap(union -> Pairs.sharing(
                        variants(union, objects),
                        variant -> variant.tag().map(ObjectType.Tag::value).orElse(""),
                        (first, second) -> problem(union, first, second)));
    }

    private static List<ObjectType> variants(UnionType union, Map<String, ObjectType> objects) {
        return union.variants().stream()
                .flatMap(name -> Stream.ofNullable(objects.get(name)))
                .toList();
    }

    private static Problem problem(UnionType union, TypeDeclaration first, ObjectType second) {
        return new Problem(
                ProblemId.SAME_TAG,
                second.place(),
                Map.of(
                        "union", union.name(),
                        "first", first.name(),
                        "second", second.name(),
                        "member", union.discriminator(),
                        "value", second.tag().map(ObjectType.Tag::value).orElse("")));
    }
}
