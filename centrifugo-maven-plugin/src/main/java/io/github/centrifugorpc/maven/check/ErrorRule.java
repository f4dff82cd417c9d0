package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.ProtocolErrors;
import io.github.centrifugorpc.maven.naming.Words;
import java.util.Map;
import java.util.stream.Stream;

/** The code and the name of an error are those that Centrifugo hands on, and not the protocol's own (wire W5). */
final class ErrorRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return checked.contract().errors().stream()
                .flatMap(error -> Stream.concat(
                        ProtocolErrors.refusalOf(error.code())
                                .map(reason -> problem(ProblemId.BAD_ERROR_CODE, error, reason))
                                .stream(),
                        ProtocolErrors.refusalOf(error.name())
                                .map(reason -> problem(ProblemId.BAD_ERROR_NAME, error, reason))
                                .stream()));
    }

    private static Problem problem(ProblemId id, ErrorType error, String reason) {
        return new Problem(
                id,
                error.place(),
                Map.of(
                        "type", error.javaName().substring(error.javaName().lastIndexOf('.') + 1),
                        "code", String.valueOf(error.code()),
                        "name", error.name(),
                        "reason", reason,
                        "goodcode", String.valueOf(goodCode(error)),
                        "goodname", goodName(error)));
    }

    private static int goodCode(ErrorType error) {
        boolean isGood = ProtocolErrors.refusalOf(error.code()).isEmpty();
        return isGood ? error.code() : 1000 + Math.floorMod(error.code(), 1000);
    }

    /** The nearest name that is one. */
    private static String goodName(ErrorType error) {
        String corrected = Words.of(error.name()).snakeCase();
        return ProtocolErrors.refusalOf(corrected).isEmpty()
                ? corrected
                : Words.of(error.type().replaceFirst("(?<=.)Error$", "")).snakeCase();
    }
}
