package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.container.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A fault by name, and what must come of the calls that it hits. */
record FaultScenario(String name, Plot plot, boolean isOften, boolean needsResend) {
    /** The SDKs that send again what was lost. */
    private static final Set<Language> RESENDING = EnumSet.noneOf(Language.class);

    /** What happens, and what is expected. */
    @FunctionalInterface
    interface Plot {
        void play(Stage stage) throws Exception;
    }

    /** All scenarios, or those of every build. */
    static List<FaultScenario> forLanguage(Language language, boolean everything) {
        return Stream.of(ConnectionFaults.all())
                .flatMap(List::stream)
                .filter(scenario -> scenario.isOften || everything)
                .filter(scenario -> !scenario.needsResend || RESENDING.contains(language))
                .toList();
    }

    /** A scenario of {@code make test-all}. */
    static FaultScenario scenario(String name, Plot plot) {
        return new FaultScenario(name, plot, false, false);
    }

    /** The same, in {@code make test} too. */
    FaultScenario often() {
        return new FaultScenario(name, plot, true, needsResend);
    }

    /** The same, for SDKs that send again. */
    FaultScenario byResending() {
        return new FaultScenario(name, plot, isOften, true);
    }
}
