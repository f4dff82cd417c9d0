package io.github.centrifugorpc.maven.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that is right, and that nobody should learn of in production.
 *
 * @param about what it is about, one line each
 */
public record Note(NoteId id, List<String> about) {

    private static final int MOST_LINES = 20;

    public Note {
        about = List.copyOf(about);
    }

    /** As the build prints it; of a long list the beginning and the number of the rest. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("[" + id.code() + "] " + id.sentence());
        about.stream().limit(MOST_LINES).forEach(line -> lines.add("    " + line));
        if (about.size() > MOST_LINES) {
            lines.add("    and " + (about.size() - MOST_LINES) + " more");
        }
        lines.add(id.remedy());
        return lines;
    }
}
