package io.github.centrifugorpc.maven.target.python;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The order that ruff's isort rules want: constants, classes, the rest; numbers in names by their value. */
final class ImportOrder {

    private static final Pattern RUNS = Pattern.compile("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");

    /** The order inside {@code __all__}. */
    static final Comparator<String> EXPORTS =
            Comparator.comparingInt(ImportOrder::category).thenComparing(ImportOrder::compareNaturally);

    /** The order inside {@code from … import}, which overlooks case. */
    static final Comparator<String> IMPORTS = Comparator.comparingInt(ImportOrder::category)
            .thenComparing(name -> name.toLowerCase(Locale.ROOT), ImportOrder::compareNaturally)
            .thenComparing(ImportOrder::compareNaturally);

    private ImportOrder() {}

    private static int category(String name) {
        boolean hasLetters = name.codePoints().anyMatch(Character::isLetter);
        if (name.length() > 1 && hasLetters && name.codePoints().noneMatch(Character::isLowerCase)) {
            return 0;
        }
        return Character.isUpperCase(name.codePointAt(0)) ? 1 : 2;
    }

    private static int compareNaturally(String left, String right) {
        var lefts = RUNS.split(left);
        var rights = RUNS.split(right);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int order = compareRuns(lefts[i], rights[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int compareRuns(String left, String right) {
        boolean areNumbers = Character.isDigit(left.codePointAt(0)) && Character.isDigit(right.codePointAt(0));
        if (areNumbers && left.length() != right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return left.compareTo(right);
    }
}
