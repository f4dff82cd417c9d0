package io.github.centrifugorpc.maven.target.golang;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The imports of a file, in the order of gofmt: the standard library, then the module's own packages. */
final class Imports {

    private final SortedSet<String> standard = new TreeSet<>();
    private final SortedSet<String> own = new TreeSet<>();

    Imports standard(String path) {
        standard.add(path);
        return this;
    }

    Imports own(String path) {
        own.add(path);
        return this;
    }

    /** Adds what a type expression names. */
    Imports usedBy(String type) {
        if (type.contains("time.Time")) {
            standard("time");
        }
        return type.contains("json.RawMessage") ? standard("encoding/json") : this;
    }

    /** The whole declaration; none without imports. */
    List<String> lines() {
        int count = standard.size() + own.size();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of("import \"" + (own.isEmpty() ? standard : own).first() + "\"");
        }
        var lines = new ArrayList<String>();
        lines.add("import (");
        standard.forEach(path -> lines.add("\t\"" + path + "\""));
        if (!standard.isEmpty() && !own.isEmpty()) {
            lines.add("");
        }
        own.forEach(path -> lines.add("\t\"" + path + "\""));
        lines.add(")");
        return lines;
    }
}
