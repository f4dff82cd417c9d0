package io.github.centrifugorpc.maven.naming;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Maven version told by the rules of other languages: {@code 0.1.0-SNAPSHOT} is {@code 0.1.0.dev0} to Python, and
 * stays as it is for npm.
 */
public final class Versions {

    private static final Pattern MAVEN = Pattern.compile(
            "(\\d+(?:\\.\\d+)*)(?:[.-]?(?<word>[A-Za-z]+)[.-]?(?<number>\\d*))?(?<snapshot>-SNAPSHOT)?");

    private Versions() {}

    /** By PEP 440; empty where the version has no counterpart. */
    public static Optional<String> python(String maven) {
        return parsed(maven).flatMap(version -> {
            Optional<String> stage = pythonStage(version);
            return stage.map(text -> numbers(version) + text + (isSnapshot(version) ? ".dev0" : ""));
        });
    }

    /** By semantic versioning: three numbers, then what makes it a pre-release. */
    public static Optional<String> npm(String maven) {
        return parsed(maven).flatMap(version -> {
            String[] numbers = numbers(version).split("\\.");
            if (numbers.length > 3) {
                return Optional.empty();
            }
            String release = numbers[0] + "." + at(numbers, 1) + "." + at(numbers, 2);
            String stage = isRelease(word(version)) ? "" : word(version) + dotted(version.group("number"));
            String snapshot = isSnapshot(version) ? "SNAPSHOT" : "";
            String suffix = stage.isEmpty() || snapshot.isEmpty() ? stage + snapshot : stage + "." + snapshot;
            return Optional.of(suffix.isEmpty() ? release : release + "-" + suffix);
        });
    }

    private static Optional<Matcher> parsed(String maven) {
        Matcher version = MAVEN.matcher(maven);
        return version.matches() ? Optional.of(version) : Optional.empty();
    }

    private static Optional<String> pythonStage(Matcher version) {
        String digits = version.group("number");
        String number = digits == null || digits.isEmpty() ? "0" : withoutLeadingZeros(digits);
        return switch (word(version).toLowerCase(Locale.ROOT)) {
            case "alpha", "a" -> Optional.of("a" + number);
            case "beta", "b", "milestone", "m" -> Optional.of("b" + number);
            case "rc", "cr" -> Optional.of("rc" + number);
            case "sp" -> Optional.of(".post" + number);
            default -> isRelease(word(version)) ? Optional.of("") : Optional.empty();
        };
    }

    private static String numbers(Matcher version) {
        StringBuilder numbers = new StringBuilder();
        for (String number : version.group(1).split("\\.")) {
            numbers.append(numbers.length() == 0 ? "" : ".").append(withoutLeadingZeros(number));
        }
        return numbers.toString();
    }

    /** The qualifier; a snapshot without another one is none. */
    private static String word(Matcher version) {
        String word = version.group("word");
        return word == null || word.equals("SNAPSHOT") ? "" : word;
    }

    private static boolean isSnapshot(Matcher version) {
        return version.group("snapshot") != null || "SNAPSHOT".equals(version.group("word"));
    }

    private static boolean isRelease(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "final", "ga", "release" -> true;
            default -> false;
        };
    }

    private static String dotted(String number) {
        return number == null || number.isEmpty() ? "" : "." + withoutLeadingZeros(number);
    }

    private static String at(String[] numbers, int index) {
        return index < numbers.length ? numbers[index] : "0";
    }

    private static String withoutLeadingZeros(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }
}
