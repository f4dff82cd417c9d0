package io.github.centrifugorpc.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What became of all calls of one language, a line for each scenario and transport, and one for all. */
final class FaultTable {
    private final List<FaultRow> rows = new ArrayList<>();

    synchronized void add(FaultRow row) {
        rows.add(row);
    }

    synchronized List<FaultRow> rows() {
        return List.copyOf(rows);
    }

    /** How many of a kind there were in all rows. */
    int total(ToIntFunction<FaultRow> column) {
        return rows().stream().mapToInt(column).sum();
    }

    /** Writes the table to a file and to standard output, which test reports keep. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text());
        System.out.println(text());
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add("| scenario | transport | calls | "
                + endings(ending -> ending.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                + " | executions | duplicates | leaked |");
        lines.add("|" + "---|".repeat(6 + Ending.values().length));
        rows().forEach(row -> lines.add("| " + row.scenario() + " | " + row.transport() + " | " + row.calls() + " | "
                + endings(ending -> Integer.toString(row.ended(ending))) + " | " + row.executions() + " | "
                + row.duplicates() + " | " + row.leaked() + " |"));
        lines.add("| all | | " + total(FaultRow::calls) + " | "
                + endings(ending -> Integer.toString(total(row -> row.ended(ending)))) + " | "
                + total(FaultRow::executions) + " | " + total(FaultRow::duplicates) + " | " + total(FaultRow::leaked)
                + " |");
        return String.join("\n", lines) + "\n";
    }

    private static String endings(Function<Ending, String> cell) {
        return Arrays.stream(Ending.values()).map(cell).collect(Collectors.joining(" | "));
    }
}
