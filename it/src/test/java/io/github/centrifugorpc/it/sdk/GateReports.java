package io.github.centrifugorpc.it.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the tools in a container reported, as tests of this build, so that they count and fail like any other. */
final class GateReports {
    private GateReports() {}

    /** One test for each test case of each JUnit report in the folder. */
    static Stream<DynamicTest> in(Path folder) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> reports = Files.list(folder)) {
            for (Path report : reports.sorted().toList()) {
                tests.addAll(read(report));
            }
        }
        if (tests.isEmpty()) {
            tests.add(DynamicTest.dynamicTest("the gates wrote a report", () -> {
                throw new AssertionError("there is no test case in any report of " + folder);
            }));
        }
        return tests.stream();
    }

    private static List<DynamicTest> read(Path report) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Element testCase : testCasesOf(report)) {
            String name = testCase.getAttribute("classname") + ": " + testCase.getAttribute("name");
            tests.add(DynamicTest.dynamicTest(name, () -> {
                for (String kind : List.of("failure", "error")) {
                    NodeList problems = testCase.getElementsByTagName(kind);
                    if (problems.getLength() > 0) {
                        Element problem = (Element) problems.item(0);
                        throw new AssertionError(problem.getAttribute("message") + "\n" + problem.getTextContent());
                    }
                }
                NodeList skips = testCase.getElementsByTagName("skipped");
                if (skips.getLength() > 0) {
                    throw new TestAbortedException(((Element) skips.item(0)).getAttribute("message"));
                }
            }));
        }
        return tests;
    }

    private static List<Element> testCasesOf(Path report) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList nodes = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
            List<Element> testCases = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                testCases.add((Element) nodes.item(i));
            }
            return testCases;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("not a readable report: " + report, e);
        }
    }
}
