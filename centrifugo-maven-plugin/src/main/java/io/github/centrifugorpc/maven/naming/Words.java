package io.github.centrifugorpc.maven.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a name, in lower case: {@code getStats}, {@code get_stats} and {@code GetStats} are all
 * {@code [get, stats]}.
 *
 * <p>A run of capitals is one word up to the last of them that opens another ({@code HTTPServer} is
 * {@code [http, server]}); digits stay with the word they follow ({@code server2Url} is {@code [server2, url]});
 * anything that is neither letter nor digit separates.
 *
 * @param words lower case, none of them empty
 */
public record Words(List<String> words) {

    public Words {
        words = List.copyOf(words);
    }

    /** Splits a name; a name of separators only has no words. */
    public static Words of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] letters = name.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            if (!Character.isLetterOrDigit(letters[i])) {
                close(word, words);
                continue;
            }
            if (opensWord(letters, i)) {
                close(word, words);
            }
            word.appendCodePoint(letters[i]);
        }
        close(word, words);
        return new Words(words);
    }

    /** {@code get_stats}. */
    public String snakeCase() {
        return String.join("_", words);
    }

    /** {@code get-stats}. */
    public String kebabCase() {
        return String.join("-", words);
    }

    /** {@code getStats}. */
    public String camelCase() {
        String pascal = pascalCase();
        if (words.isEmpty()) {
            return pascal;
        }
        String first = words.get(0);
        return first + pascal.substring(capitalized(first).length());
    }

    /** {@code GetStats}: every word capitalized, initialisms too ({@code UserId}, {@code HttpUrl}). */
    public String pascalCase() {
        StringBuilder joined = new StringBuilder();
        words.forEach(word -> joined.append(capitalized(word)));
        return joined.toString();
    }

    private static boolean opensWord(int[] letters, int i) {
        if (i == 0 || !Character.isUpperCase(letters[i])) {
            return false;
        }
        boolean afterCapital = Character.isUpperCase(letters[i - 1]);
        boolean beforeSmall = i + 1 < letters.length && Character.isLowerCase(letters[i + 1]);
        return !afterCapital || beforeSmall;
    }

    private static void close(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    private static String capitalized(String word) {
        int end = word.offsetByCodePoints(0, 1);
        return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
    }
}
