package io.github.centrifugorpc.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which room may know which. */
class ArchitectureTest {

    private static final String ROOT = "io.github.centrifugorpc.";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.centrifugorpc");

    @Test
    void theApiKnowsNothing() {
        noClasses()
                .that()
                .resideInAPackage("io.github.centrifugorpc")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("io.github.centrifugorpc", "java..", "org.jspecify..")
                .check(classes);
    }

    @Test
    void onlyTheEngineKnowsNetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "internal.http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(classes);
    }

    @Test
    void theEngineKnowsNothingOfCalls() {
        classes()
                .that()
                .resideInAPackage(ROOT + "internal.http")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "internal.http",
                        ROOT + "internal.timer",
                        "io.netty..",
                        "java..",
                        "javax.net.ssl..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(classes);
    }

    @Test
    void whatUsersSeeNamesNoJson() {
        noClasses()
                .that()
                .resideInAnyPackage("io.github.centrifugorpc", ROOT + "server")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(classes);
    }

    @Test
    void theInnerRoomsDoNotKnowTheServer() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "server")
                .check(classes);
    }

    @Test
    void theSpiKnowsNothingOfTheServer() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "server.spi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "server", ROOT + "internal..")
                .check(classes);
    }

    @Test
    void dispatchKnowsNoTransport() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "internal.dispatch",
                        ROOT + "internal.registry",
                        ROOT + "internal.check",
                        ROOT + "internal.json",
                        ROOT + "internal.wire")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "internal.http",
                        ROOT + "internal.endpoint",
                        ROOT + "internal.proxy",
                        ROOT + "internal.centrifugo")
                .check(classes);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("io.github.centrifugorpc.(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
