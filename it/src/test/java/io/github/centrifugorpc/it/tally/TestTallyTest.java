package io.github.centrifugorpc.it.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTallyTest {
    @TempDir
    Path root;

    @Test
    void countsTheReportsOfEveryRunnerInEveryModule() throws IOException {
        report("server/target/surefire-reports/TEST-a.xml", "<testcase classname='A' name='one'/>");
        report("it/target/failsafe-reports/TEST-b.xml", "<testcase classname='B' name='two'/>");
        report("it/target/gate-reports/TEST-c.xml", "<testcase classname='python' name='mypy'/>");

        assertThat(TestTally.of(root).lines()).containsExactly("3 passed, 0 failed, 0 skipped");
        assertThat(TestTally.of(root).isGood()).isTrue();
    }

    @Test
    void readsSuitesInsideSuites() throws IOException {
        Path file =
                Files.createDirectories(root.resolve("it/target/gate-reports")).resolve("TEST-pytest.xml");
        Files.writeString(
                file,
                "<testsuites><testsuite><testcase classname='t' name='a'/></testsuite>"
                        + "<testsuite><testcase classname='t' name='b'/></testsuite></testsuites>");

        assertThat(TestTally.of(root).lines()).containsExactly("2 passed, 0 failed, 0 skipped");
    }

    @Test
    void namesWhatFailed() throws IOException {
        report(
                "it/target/surefire-reports/TEST-a.xml",
                "<testcase classname='A' name='wrong'><failure message='no'/></testcase>"
                        + "<testcase classname='A' name='broken'><error/></testcase>"
                        + "<testcase classname='A' name='fine'/>");

        assertThat(TestTally.of(root).lines())
                .containsExactly("failed: A.wrong", "failed: A.broken", "1 passed, 2 failed, 0 skipped");
        assertThat(TestTally.of(root).isGood()).isFalse();
    }

    @Test
    void namesWhatWasSkippedAndWhy() throws IOException {
        report(
                "it/target/surefire-reports/TEST-a.xml",
                "<testcase classname='A' name='later'><skipped message='flaky'/></testcase>"
                        + "<testcase classname='A' name='text'><skipped>because&#10;at A.java</skipped></testcase>"
                        + "<testcase classname='A' name='silent'><skipped/></testcase>"
                        + "<testcase classname='A' name='fine'/>");

        assertThat(TestTally.of(root).lines())
                .containsExactly(
                        "skipped: A.later (flaky)",
                        "skipped: A.text (because)",
                        "skipped: A.silent (no reason given)",
                        "1 passed, 0 failed, 3 skipped");
    }

    @Test
    void doesNotCountWhatIsMeantForAnotherJdkOrSystem() throws IOException {
        report(
                "it/target/surefire-reports/TEST-a.xml",
                "<testcase classname='A' name='windows'><skipped message='Disabled on operating system: Linux (amd64)'/></testcase>"
                        + "<testcase classname='A' name='jdk'><skipped message='Disabled on JRE version: 17.0.15'/></testcase>"
                        + "<testcase classname='A' name='fine'/>");

        assertThat(TestTally.of(root).lines())
                .containsExactly(
                        "not meant for this JDK or system: A.windows (Disabled on operating system: Linux (amd64))",
                        "not meant for this JDK or system: A.jdk (Disabled on JRE version: 17.0.15)",
                        "1 passed, 0 failed, 0 skipped");
    }

    @Test
    void isNotContentWhenNothingRan() throws IOException {
        report("it/src/TEST-a.xml", "<testcase classname='A' name='not a report'/>");

        assertThat(TestTally.of(root).lines())
                .containsExactly(
                        "No test ran: there is no report in target/*-reports.", "0 passed, 0 failed, 0 skipped");
        assertThat(TestTally.of(root).isGood()).isFalse();
    }

    @Test
    void countsAnUnreadableReportAsAFailure() throws IOException {
        Path file = Files.createDirectories(root.resolve("it/target/surefire-reports"))
                .resolve("TEST-cut.xml");
        Files.writeString(file, "<testsuite><testcase");

        TestTally tally = TestTally.of(root);

        assertThat(tally.isGood()).isFalse();
        assertThat(tally.lines()).first().asString().startsWith("failed: " + file + ": not a readable report (");
    }

    private void report(String path, String testCases) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<testsuite>" + testCases + "</testsuite>");
    }
}
