package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.golang.GoNames;
import java.util.Map;
import java.util.stream.Stream;

/** Go keeps wire names in struct tags, which cannot hold every text. */
final class GoTagRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        if (checked.targets().stream().noneMatch(GoTarget.class::isInstance)) {
            return Stream.empty();
        }
        return ContractTypes.objects(checked.contract())
                .flatMap(type -> ContractTypes.membersWithTag(type).stream()
                        .filter(member -> !GoNames.isTaggable(member.name()))
                        .map(member -> problem(type, member)));
    }

    private static Problem problem(ObjectType type, Member member) {
        return new Problem(
                ProblemId.BAD_MEMBER_NAME,
                member.place(),
                Map.of("member", member.javaName(), "type", type.name(), "name", member.name()));
    }
}
