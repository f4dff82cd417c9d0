package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.maven.target.SdkTarget;
import java.util.Map;
import java.util.stream.Stream;

/** No two SDKs are written to one folder. */
final class TargetFolderRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return Pairs.sharing(
                checked.targets(),
                target -> target.output().toAbsolutePath().normalize().toString(),
                TargetFolderRule::problem);
    }

    private static Problem problem(SdkTarget first, SdkTarget second) {
        return Problem.of(
                ProblemId.SHARED_FOLDER,
                Map.of(
                        "first", first.displayName(),
                        "second", second.displayName(),
                        "folder", second.output().toString()));
    }
}
