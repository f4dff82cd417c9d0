package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.maven.naming.Words;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RPC names are words parted by dots, not too long, and not the protocol's own. */
final class MethodNameRule implements Rule {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]*(\\.[a-z][A-Za-z0-9_]*)*");
    private static final int MAX_LENGTH = 128;
    private static final String RESERVED = "system.";

    @Override
    public Stream<Problem> problems(Checked checked) {
        return checked.contract().methods().stream().flatMap(MethodNameRule::problems);
    }

    private static Stream<Problem> problems(RpcMethod method) {
        String name = method.name();
        if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches()) {
            return Stream.of(problem(ProblemId.BAD_METHOD_NAME, method, corrected(method)));
        }
        if (name.startsWith(RESERVED)) {
            String free = "app." + name.substring(RESERVED.length());
            return Stream.of(problem(ProblemId.RESERVED_METHOD_NAME, method, free));
        }
        return Stream.empty();
    }

    private static Problem problem(ProblemId id, RpcMethod method, String suggestion) {
        return new Problem(
                id,
                method.place(),
                Map.of("method", method.javaMethod(), "name", method.name(), "suggestion", suggestion));
    }

    /** The nearest name that is one. */
    private static String corrected(RpcMethod method) {
        String words = Arrays.stream(method.name().split("[.:/]"))
                .map(part -> Words.of(part).snakeCase())
                .filter(part -> NAME.matcher(part).matches())
                .collect(Collectors.joining("."));
        boolean isUsable = !words.isEmpty() && words.length() <= MAX_LENGTH;
        return isUsable ? words : Words.of(method.javaMethod()).snakeCase();
    }
}
