package io.github.centrifugorpc.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.output.OutputWriter.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path base;

    private Path output;
    private OutputWriter writer;

    @BeforeEach
    void setUp() {
        output = base.resolve("opensdk");
        writer = new OutputWriter(base, output);
    }

    @Test
    void writesFilesAndListsThemWithTheirDigests() throws IOException {
        Outcome outcome = writer.write(List.of(python(Map.of("client.py", "a\n", "deep/er.py", "b\n"))));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.changes()).singleElement().satisfies(changes -> {
            assertThat(changes.set()).isEqualTo("python");
            assertThat(changes.written()).hasSize(2);
            assertThat(changes.isEmpty()).isFalse();
        });
        assertThat(output.resolve("python/deep/er.py")).hasContent("b");
        assertThat(output.resolve(Manifest.FILE)).content().isEqualTo("""
                        {
                          "format": 1,
                          "files": {
                            "python": {
                              "python/client.py": "sha256:87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7",
                              "python/deep/er.py": "sha256:0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f"
                            }
                          }
                        }
                        """);
        assertThat(filesBelow(output)).noneMatch(file -> file.endsWith(".tmp"));
    }

    @Test
    void touchesNothingWhenNothingChanged() throws IOException {
        FileSet python = python(Map.of("client.py", "a\n"));
        writer.write(List.of(python));
        for (String file : filesBelow(output)) {
            Files.setLastModifiedTime(output.resolve(file), LONG_AGO);
        }

        Outcome outcome = writer.write(List.of(python));

        assertThat(outcome.changes()).singleElement().matches(Changes::isEmpty);
        for (String file : filesBelow(output)) {
            assertThat(Files.getLastModifiedTime(output.resolve(file))).isEqualTo(LONG_AGO);
        }
    }

    @Test
    void leavesLineEndsThatACheckoutChanged() throws IOException {
        FileSet python = python(Map.of("client.py", "a\nb\n"));
        writer.write(List.of(python));
        Files.writeString(output.resolve("python/client.py"), "a\r\nb\r\n");

        assertThat(writer.write(List.of(python)).changes()).singleElement().matches(Changes::isEmpty);
        assertThat(writer.write(List.of(python(Map.of("client.py", "c\n")))).problems())
                .isEmpty();
        assertThat(output.resolve("python/client.py")).content().isEqualTo("c\n");
    }

    @Test
    void removesWhatIsNoLongerGeneratedAndTheFoldersItLeavesEmpty() {
        writer.write(List.of(python(Map.of("client.py", "a\n", "old/one.py", "b\n"))));

        Outcome outcome = writer.write(List.of(python(Map.of("client.py", "a\n"))));

        assertThat(outcome.changes().get(0).removed()).containsExactly(output.resolve("python/old/one.py"));
        assertThat(output.resolve("python/old")).doesNotExist();
        assertThat(output.resolve("python/client.py")).exists();
    }

    @Test
    void keepsAStaleFolderInWhichSomebodyElseHasFiles() throws IOException {
        writer.write(List.of(python(Map.of("old/one.py", "b\n"))));
        Files.writeString(output.resolve("python/old/mine.py"), "mine");

        writer.write(List.of(python(Map.of("client.py", "a\n"))));

        assertThat(filesBelow(output)).containsExactly(Manifest.FILE, "python/client.py", "python/old/mine.py");
    }

    @Test
    void leavesTheFilesOfOtherSetsAlone() throws IOException {
        FileSet go = new FileSet("go", output.resolve("go"), new TreeMap<>(Map.of("client.go", "g\n")));
        writer.write(List.of(python(Map.of("client.py", "a\n")), go));

        writer.write(List.of(python(Map.of("client.py", "b\n"))));

        assertThat(filesBelow(output)).containsExactly(Manifest.FILE, "go/client.go", "python/client.py");
        assertThat(Files.readString(output.resolve(Manifest.FILE))).contains("go/client.go");
    }

    @Test
    void leavesNothingBehindWhenASetMovesToAFolderOfItsOwn() throws IOException {
        writer.write(List.of(python(Map.of("client.py", "a\n"))));
        Path elsewhere = base.resolve("elsewhere");

        Outcome outcome =
                writer.write(List.of(new FileSet("python", elsewhere, new TreeMap<>(Map.of("client.py", "a\n")))));

        assertThat(outcome.changes())
                .singleElement()
                .satisfies(changes -> assertThat(changes.written()).containsExactly(elsewhere.resolve("client.py")));
        assertThat(filesBelow(elsewhere)).containsExactly(Manifest.FILE, "client.py");
        assertThat(output.resolve("python")).doesNotExist();
    }

    @Test
    void writesNothingAtAllWhenAForeignFileIsInTheWay() throws IOException {
        Files.createDirectories(output.resolve("python"));
        Files.writeString(output.resolve("python/client.py"), "mine");
        Files.createDirectories(output.resolve("python/models.py"));

        Outcome outcome =
                writer.write(List.of(python(Map.of("client.py", "a\n", "models.py", "b\n", "other.py", "c\n"))));

        assertThat(outcome.changes()).isEmpty();
        assertThat(texts(outcome)).containsExactly("""
                        [CRPC-310] opensdk/python/client.py is in the way: it exists and was not written by this plugin.
                          Fix: move or delete it, or choose another <outputDirectory>.""", """
                        [CRPC-310] opensdk/python/models.py is in the way: it exists and was not written by this plugin.
                          Fix: move or delete it, or choose another <outputDirectory>.""");
        assertThat(filesBelow(output)).containsExactly("python/client.py");
        assertThat(output.resolve("python/client.py")).hasContent("mine");
    }

    @Test
    void takesAFileThatIsAlreadyWhatItShouldBe() throws IOException {
        Files.createDirectories(output.resolve("python"));
        Files.writeString(output.resolve("python/client.py"), "a\n");

        assertThat(writer.write(List.of(python(Map.of("client.py", "a\n")))).problems())
                .isEmpty();
    }

    @Test
    void refusesToLoseAChangeMadeByHand() throws IOException {
        writer.write(List.of(python(Map.of("client.py", "a\n", "old.py", "b\n"))));
        Files.writeString(output.resolve("python/client.py"), "changed");
        Files.writeString(output.resolve("python/old.py"), "changed");

        Outcome outcome = writer.write(List.of(python(Map.of("client.py", "c\n"))));

        assertThat(texts(outcome)).containsExactly("""
                        [CRPC-311] opensdk/python/client.py was changed after this plugin wrote it, and generating would lose the change.
                          Fix: undo the change, or keep it elsewhere and delete the file; then run again.""", """
                        [CRPC-311] opensdk/python/old.py was changed after this plugin wrote it, and generating would lose the change.
                          Fix: undo the change, or keep it elsewhere and delete the file; then run again.""");
        assertThat(output.resolve("python/client.py")).hasContent("changed");
    }

    @Test
    void saysWhenItsManifestCannotBeRead() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve(Manifest.FILE), "<<<<<<< HEAD");

        Outcome outcome = writer.write(List.of(python(Map.of("client.py", "a\n"))));

        assertThat(texts(outcome)).containsExactly("""
                        [CRPC-312] opensdk/.centrifugo-rpc.json cannot be read, so nobody knows which files are this plugin's: it is not JSON.
                          Fix: restore it, or delete it together with the generated files beside it.""");
        assertThat(filesBelow(output)).containsExactly(Manifest.FILE);
    }

    @Test
    void namesAFileWhereAFolderBelongs() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("python"), "mine");

        Outcome outcome = writer.write(List.of(python(Map.of("client.py", "a\n", "models.py", "b\n"))));

        assertThat(texts(outcome)).containsExactly("""
                        [CRPC-310] opensdk/python is in the way: it exists and was not written by this plugin.
                          Fix: move or delete it, or choose another <outputDirectory>.""");
        assertThat(output.resolve("python")).hasContent("mine");
    }

    @Test
    void namesAFileWhereTheOutputDirectoryBelongs() throws IOException {
        Files.writeString(output, "mine");

        Outcome outcome = writer.write(List.of(python(Map.of("client.py", "a\n"))));

        assertThat(texts(outcome)).containsExactly("""
                        [CRPC-310] opensdk is in the way: it exists and was not written by this plugin.
                          Fix: move or delete it, or choose another <outputDirectory>.""");
    }

    @Test
    void saysWhatTheDiskRefused() throws IOException {
        Path temporary = output.resolve("python/.client.py.centrifugo-rpc.tmp");
        Files.createDirectories(temporary.resolve("full"));

        Outcome outcome = writer.write(List.of(python(Map.of("client.py", "a\n"))));

        assertThat(texts(outcome)).containsExactly("""
                        [CRPC-313] not everything could be written: cannot write %s (java.nio.file.DirectoryNotEmptyException: %s)
                          Fix: see that the folder can be written to, or choose another <outputDirectory>; then run again.""".formatted(output.resolve("python/client.py"), temporary));
    }

    private FileSet python(Map<String, String> files) {
        return new FileSet("python", output.resolve("python"), new TreeMap<>(files));
    }

    private static List<String> texts(Outcome outcome) {
        return outcome.problems().stream().map(Problem::text).toList();
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
