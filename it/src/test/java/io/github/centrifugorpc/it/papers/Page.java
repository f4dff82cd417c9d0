package io.github.centrifugorpc.it.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A Markdown page and the files that its code blocks are cut from. */
final class Page {

    private static final Pattern MARKER = Pattern.compile("<!-- snippet: ([^#\\s]+)(?:#(\\S+))? -->");
    private static final Pattern FENCE = Pattern.compile("```(\\w*).*");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern SECTION_LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)#([^)]*)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern MAKE = Pattern.compile("(?:\\w+=\\S+ )*make ([\\w-]+)");

    /** Pictures and words; nothing that could be compiled. */
    private static final Set<String> PLAIN = Set.of("text", "mermaid");

    private final Path root;
    private final List<String> lines;
    private final List<String> problems = new ArrayList<>();

    Page(Path root, String text) {
        this.root = root;
        this.lines = text.lines().toList();
    }

    static List<String> problemsOf(Path root, String text) {
        var page = new Page(root, text);
        page.cut();
        return page.problems;
    }

    /** The page as it should be. */
    String withFreshBlocks() {
        var text = cut();
        if (!problems.isEmpty()) {
            throw new AssertionError(String.join("\n", problems));
        }
        return text;
    }

    private String cut() {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            text.append(line).append('\n');
            var fence = FENCE.matcher(line);
            if (!fence.matches()) {
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).equals("```")) {
                end++;
            }
            text.append(block(i, fence.group(1), lines.subList(i + 1, end)));
            text.append("```\n");
            i = end;
        }
        return text.toString();
    }

    private String block(int fenceIndex, String language, List<String> written) {
        var asWritten = String.join("\n", written) + (written.isEmpty() ? "" : "\n");
        var marker = MARKER.matcher(fenceIndex == 0 ? "" : lines.get(fenceIndex - 1));
        if (marker.matches()) {
            return source(fenceIndex, marker.group(1), marker.group(2)).orElse(asWritten);
        }
        if (language.equals("sh")) {
            checkCommands(fenceIndex, written);
        } else if (!PLAIN.contains(language)) {
            problems.add("line " + (fenceIndex + 1) + ": a " + language
                    + " block without `<!-- snippet: file#region -->` above it");
        }
        return asWritten;
    }

    private Optional<String> source(int markerLine, String file, @org.jspecify.annotations.Nullable String region) {
        var path = root.resolve(file);
        if (!Files.isRegularFile(path)) {
            problems.add("line " + markerLine + ": there is no file " + file);
            return Optional.empty();
        }
        var text = read(path);
        if (region == null) {
            return Optional.of(text);
        }
        var cut = region(text, region);
        if (cut.isEmpty()) {
            problems.add("line " + markerLine + ": " + file + " has no region " + region);
        }
        return cut;
    }

    /** The lines between {@code region <name>} and the next {@code endregion}, without their common indentation. */
    static Optional<String> region(String text, String name) {
        var start = Pattern.compile("^\\s*(?:#|//|<!--)\\s*region " + Pattern.quote(name) + "(?:\\s*-->)?\\s*$");
        var end = Pattern.compile("^\\s*(?:#|//|<!--)\\s*endregion.*$");
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (start.matcher(lines.get(i)).matches()) {
                var body = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !end.matcher(line).matches())
                        .toList();
                return Optional.of(String.join("\n", body).stripIndent() + "\n");
            }
        }
        return Optional.empty();
    }

    private void checkCommands(int fenceIndex, List<String> commands) {
        var makefile = read(root.resolve("Makefile"));
        for (int i = 0; i < commands.size(); i++) {
            var make = MAKE.matcher(commands.get(i).replaceFirst("\\s+#.*$", ""));
            if (make.matches() && !makefile.contains("\n" + make.group(1) + ":")) {
                problems.add("line " + (fenceIndex + 2 + i) + ": the Makefile has no target " + make.group(1));
            }
        }
    }

    static List<String> localLinks(String text) {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** Links to sections that the page or its neighbours do not have. */
    static List<String> brokenSectionLinks(Path page, String text) {
        return SECTION_LINK
                .matcher(text)
                .results()
                .filter(link -> {
                    var target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                    return !sections(Files.isRegularFile(target) ? read(target) : "")
                            .contains(link.group(2));
                })
                .map(link -> link.group(1) + "#" + link.group(2))
                .toList();
    }

    /** As GitHub names them. */
    private static List<String> sections(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
