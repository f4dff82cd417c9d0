package io.github.centrifugorpc.it.tally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Counts every test that ran, from the JUnit reports in {@code target/*-reports} of the repository and of its modules:
 * those of Maven's own runners and those that the checks inside the containers write.
 *
 * <p>Prints what failed and what was left out, then one line {@code N passed, N failed, N skipped}. Fails when a test
 * failed and when nothing ran.
 */
public final class TestTally {
    /** How JUnit words a test that is meant for another JDK or another system; such a test is no gap. */
    private static final Pattern NOT_MEANT_FOR_HERE =
            Pattern.compile("^(Disabled|Not enabled) on (JRE version|operating system|architecture)\\b.*");

    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> notMeantForHere = new ArrayList<>();
    private int passed;

    private TestTally() {}

    /** Counts the reports below a repository's root. */
    public static TestTally of(Path root) throws IOException {
        TestTally tally = new TestTally();
        for (Path report : reportsBelow(root)) {
            tally.add(report);
        }
        return tally;
    }

    /** Prints the tally of the given folder (by default the current one); exit code 1 unless all that ran passed. */
    public static void main(String[] args) throws IOException {
        TestTally tally = of(Path.of(args.length > 0 ? args[0] : "."));
        tally.lines().forEach(System.out::println);
        System.exit(tally.isGood() ? 0 : 1);
    }

    /** Whether something ran, and nothing failed. */
    public boolean isGood() {
        return failed.isEmpty() && passed > 0;
    }

    /** What is to be printed, the counts last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        notMeantForHere.forEach(test -> lines.add("not meant for this JDK or system: " + test));
        skipped.forEach(test -> lines.add("skipped: " + test));
        failed.forEach(test -> lines.add("failed: " + test));
        if (passed == 0 && failed.isEmpty()) {
            lines.add("No test ran: there is no report in target/*-reports.");
        }
        lines.add(passed + " passed, " + failed.size() + " failed, " + skipped.size() + " skipped");
        return lines;
    }

    private static List<Path> reportsBelow(Path root) throws IOException {
        List<Path> modules = new ArrayList<>(foldersIn(root));
        modules.add(root);
        List<Path> reports = new ArrayList<>();
        for (Path module : modules) {
            for (Path folder : foldersIn(module.resolve("target"))) {
                if (folder.getFileName().toString().endsWith("-reports")) {
                    reports.addAll(reportsIn(folder));
                }
            }
        }
        return reports;
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> reportsIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path report) throws IOException {
        Element root;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default one prints to standard error; this one only throws.
            builder.setErrorHandler(new DefaultHandler());
            root = builder.parse(report.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            failed.add(report + ": not a readable report (" + e.getMessage() + ")");
            return;
        }
        var tests = root.getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
            add((Element) tests.item(i));
        }
    }

    private void add(Element test) {
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        Optional<Element> skip = child(test, "skipped");
        if (child(test, "failure").isPresent() || child(test, "error").isPresent()) {
            failed.add(name);
        } else if (skip.isEmpty()) {
            passed++;
        } else {
            String reason = reasonOf(skip.get());
            boolean isMeantForHere = !NOT_MEANT_FOR_HERE.matcher(reason).matches();
            (isMeantForHere ? skipped : notMeantForHere).add(name + " (" + reason + ")");
        }
    }

    private static String reasonOf(Element skip) {
        String message = skip.getAttribute("message");
        String reason = message.isBlank() ? skip.getTextContent() : message;
        return reason.isBlank()
                ? "no reason given"
                : reason.strip().lines().findFirst().orElseThrow();
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
