package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import java.util.Map;
import java.util.stream.Stream;

/** Members that differ on the wire differ in every language, too. */
final class MemberCollisionRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return checked.targets().stream()
                .map(Identifiers::of)
                .flatMap(names -> ContractTypes.objects(checked.contract())
                        .flatMap(type -> Pairs.sharing(
                                Pairs.distinct(ContractTypes.membersWithTag(type), Member::name),
                                member -> names.member().apply(member.name()),
                                (first, second) -> problem(names, type, first, second))));
    }

    private static Problem problem(Identifiers names, ObjectType type, Member first, Member second) {
        return new Problem(
                ProblemId.MEMBERS_COLLIDE,
                second.place(),
                Map.of(
                        "type", type.name(),
                        "first", first.name(),
                        "second", second.name(),
                        "name", names.member().apply(second.name()),
                        "language", names.language()));
    }
}
