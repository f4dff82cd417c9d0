package io.github.centrifugorpc.maven.naming;

import java.util.Set;
import java.util.regex.Pattern;

/** The names of packages: what each registry and compiler takes, and what an artifactId becomes by default. */
public final class PackageNames {

    private static final Pattern PYTHON = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> PYTHON_KEYWORDS = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "None",
            "True",
            "False");

    private static final String NPM_PART = "[a-z0-9~-][a-z0-9._~-]*";
    private static final Pattern NPM = Pattern.compile("(?:@" + NPM_PART + "/)?" + NPM_PART);
    private static final int NPM_LENGTH = 214;

    private static final String GO_ELEMENT = "[A-Za-z0-9_~-](?:[A-Za-z0-9._~-]*[A-Za-z0-9_~-])?";
    private static final Pattern GO_MODULE = Pattern.compile(GO_ELEMENT + "(?:/" + GO_ELEMENT + ")*");
    private static final Pattern GO_PACKAGE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> GO_KEYWORDS = Set.of(
            "break",
            "case",
            "chan",
            "const",
            "continue",
            "default",
            "defer",
            "else",
            "fallthrough",
            "for",
            "func",
            "go",
            "goto",
            "if",
            "import",
            "interface",
            "map",
            "package",
            "range",
            "return",
            "select",
            "struct",
            "switch",
            "type",
            "var",
            "main");

    private PackageNames() {}

    /** {@code tasks-app} becomes {@code tasks_app_sdk}. */
    public static String python(String artifactId) {
        return sdkWords(artifactId).snakeCase();
    }

    /** {@code tasks-app} becomes {@code tasks-app-sdk}. */
    public static String npm(String artifactId) {
        return sdkWords(artifactId).kebabCase();
    }

    /** {@code tasks-app} becomes {@code tasks-app-sdk/client}, whose last element is the package. */
    public static String goModule(String artifactId) {
        return sdkWords(artifactId).kebabCase() + "/client";
    }

    public static boolean isPython(String name) {
        return PYTHON.matcher(name).matches() && !PYTHON_KEYWORDS.contains(name);
    }

    public static boolean isNpm(String name) {
        return NPM.matcher(name).matches() && name.length() <= NPM_LENGTH;
    }

    public static boolean isGoModule(String path) {
        return GO_MODULE.matcher(path).matches();
    }

    /** Whether Go takes it as the name of a package that others import. */
    public static boolean isGoPackage(String name) {
        return GO_PACKAGE.matcher(name).matches() && !GO_KEYWORDS.contains(name);
    }

    private static Words sdkWords(String artifactId) {
        String ascii = artifactId.replaceAll("[^A-Za-z0-9]", "-");
        String named = ascii.matches("(?i).*\\bsdk") ? ascii : ascii + "-sdk";
        // A name of digits is no name to Python; with a word in front it is one everywhere.
        return Words.of(Character.isDigit(named.charAt(0)) ? "sdk-" + ascii : named);
    }
}
