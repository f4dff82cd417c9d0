package io.github.centrifugorpc.maven.mojo;

import java.nio.charset.Charset;

/** The mark of success: a tick where the console can show one. */
final class ConsoleMark {

    private static final String TICK = "✓";
    private static final String PLAIN = "OK";

    private ConsoleMark() {}

    static String ofThisConsole() {
        return in(consoleCharset());
    }

    static String in(Charset charset) {
        return charset.newEncoder().canEncode(TICK) ? TICK : PLAIN;
    }

    /** What System.out writes in; Java 17 has no method that tells. */
    private static Charset consoleCharset() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding"}) {
            String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }
}
