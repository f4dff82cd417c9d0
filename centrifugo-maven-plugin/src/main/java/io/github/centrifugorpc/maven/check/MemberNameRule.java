package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import java.util.Map;
import java.util.stream.Stream;

/** The members of an object have names of their own on the wire. */
final class MemberNameRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return ContractTypes.objects(checked.contract())
                .flatMap(type ->
                        Pairs.sharing(type.members(), Member::name, (first, second) -> problem(type, first, second)));
    }

    private static Problem problem(ObjectType type, Member first, Member second) {
        return new Problem(
                ProblemId.SAME_MEMBER_NAME,
                second.place(),
                Map.of(
                        "type", type.name(),
                        "first", first.javaName(),
                        "second", second.javaName(),
                        "name", second.name()));
    }
}
