package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.util.List;

/** Asks every rule. */
public final class ContractChecker {

    private static final List<Rule> RULES = List.of(
            new MethodNameRule(),
            new DuplicateMethodRule(),
            new ErrorRule(),
            new SameErrorRule(),
            new TypeNameRule(),
            new MemberNameRule(),
            new EnumValueRule(),
            new TagRule(),
            new NullableArgumentRule(),
            new ExpandingRecursionRule(),
            new MethodCollisionRule(),
            new TypeCollisionRule(),
            new MemberCollisionRule(),
            new GoTagRule(),
            new PackageNameRule(),
            new TargetFolderRule());

    /** Everything that keeps the contract from becoming these SDKs. */
    public List<Problem> check(Contract contract, List<SdkTarget> targets) {
        Checked checked = new Checked(contract, targets);
        return RULES.stream().flatMap(rule -> rule.problems(checked)).toList();
    }
}
