package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.maven.naming.PackageNames;
import io.github.centrifugorpc.maven.naming.Words;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.SdkTarget;
import io.github.centrifugorpc.maven.target.TypeScriptTarget;
import java.util.Map;
import java.util.stream.Stream;

/** The names of packages are such as the registries and compilers of their languages take. */
final class PackageNameRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return checked.targets().stream()
                .flatMap(target -> problems(target, checked.contract().title()));
    }

    private static Stream<Problem> problems(SdkTarget target, String title) {
        if (target instanceof PythonTarget python) {
            String name = python.packageName();
            return PackageNames.isPython(name)
                    ? Stream.empty()
                    : problem(ProblemId.BAD_PYTHON_PACKAGE, name, PackageNames.python(title));
        }
        if (target instanceof TypeScriptTarget typeScript) {
            String name = typeScript.packageName();
            return PackageNames.isNpm(name)
                    ? Stream.empty()
                    : problem(ProblemId.BAD_TYPESCRIPT_PACKAGE, name, PackageNames.npm(title));
        }
        GoTarget go = (GoTarget) target;
        Stream<Problem> module = PackageNames.isGoModule(go.modulePath())
                ? Stream.empty()
                : problem(ProblemId.BAD_GO_MODULE, go.modulePath(), "example.com/" + PackageNames.goModule(title));
        Stream<Problem> name = PackageNames.isGoPackage(go.packageName())
                ? Stream.empty()
                : problem(ProblemId.BAD_GO_PACKAGE, go.packageName(), goPackage(go.packageName()));
        return Stream.concat(module, name);
    }

    private static String goPackage(String name) {
        String joined = String.join("", Words.of(name).words());
        return PackageNames.isGoPackage(joined) ? joined : "client";
    }

    private static Stream<Problem> problem(ProblemId id, String name, String suggestion) {
        return Stream.of(Problem.of(id, Map.of("name", name, "suggestion", suggestion)));
    }
}
