package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.TypeDeclaration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One name in the SDKs is one Java type (types T11). */
final class TypeNameRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        List<TypeDeclaration> byJavaName = checked.contract().types().stream()
                .sorted(Comparator.comparing(TypeDeclaration::javaName))
                .toList();
        return Pairs.sharing(byJavaName, TypeDeclaration::name, TypeNameRule::problem);
    }

    private static Problem problem(TypeDeclaration first, TypeDeclaration second) {
        return new Problem(
                ProblemId.SAME_TYPE_NAME,
                second.place(),
                Map.of(
                        "name",
                        second.name(),
                        "first",
                        first.place() + "  " + first.javaName(),
                        "second",
                        second.place() + "  " + second.javaName(),
                        "java",
                        // As an element of a pom may be called.
                        second.javaName().replace('$', '.')));
    }
}
