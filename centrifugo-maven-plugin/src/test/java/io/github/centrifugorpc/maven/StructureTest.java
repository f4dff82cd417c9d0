package io.github.centrifugorpc.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the plugin and the doors between them, as ARCHITECTURE.md draws them. */
class StructureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.centrifugorpc");

    private static final ArchRule THE_CONTRACT_USES_NOBODY = noClasses()
            .that()
            .resideInAPackage("..contract..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..maven..");

    private static final ArchRule NOTHING_USES_THE_GOALS = noClasses()
            .that()
            .resideOutsideOfPackage("..maven.mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..maven.mojo..");

    private static final ArchRule ONLY_THE_GOALS_KNOW_MAVEN = noClasses()
            .that()
            .resideOutsideOfPackage("..maven.mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..");

    private static final ArchRule ONLY_THE_SCAN_KNOWS_JAVAC_AND_CLASS_FILES = noClasses()
            .that()
            .resideOutsideOfPackage("..maven.scan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.lang.model..", "javax.tools..", "com.sun.source..", "org.objectweb.asm..");

    private static final ArchRule ONLY_RENDERING_KNOWS_VELOCITY = noClasses()
            .that()
            .resideOutsideOfPackage("..maven.render..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.velocity..");

    private static final ArchRule RENDERING_AND_OUTPUT_KNOW_NEITHER_HANDLERS_NOR_GOALS = noClasses()
            .that()
            .resideInAnyPackage("..maven.render..", "..maven.output..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..maven.scan..", "..maven.mojo..", "..maven.generate..", "..maven.target..");

    private static final ArchRule TARGETS_KNOW_NO_HANDLERS = noClasses()
            .that()
            .resideInAPackage("..maven.target..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..maven.scan..", "..maven.check..", "..maven.output..", "..maven.generate..");

    private static final ArchRule THE_PLUGIN_KNOWS_NO_SERVER = noClasses()
            .that()
            .resideInAPackage("..maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.centrifugorpc", "io.github.centrifugorpc.server..");

    private static final ArchRule NO_CYCLES =
            slices().matching("io.github.centrifugorpc.maven.(*)..").should().beFreeOfCycles();

    private static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)$");

    static Stream<ArchRule> rules() {
        return Stream.of(
                THE_CONTRACT_USES_NOBODY,
                NOTHING_USES_THE_GOALS,
                ONLY_THE_GOALS_KNOW_MAVEN,
                ONLY_THE_SCAN_KNOWS_JAVAC_AND_CLASS_FILES,
                ONLY_RENDERING_KNOWS_VELOCITY,
                RENDERING_AND_OUTPUT_KNOW_NEITHER_HANDLERS_NOR_GOALS,
                TARGETS_KNOW_NO_HANDLERS,
                THE_PLUGIN_KNOWS_NO_SERVER,
                NO_CYCLES,
                NAMES_SAY_WHAT_A_CLASS_IS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRoomKeepsItsDoors(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Path sources = Path.of("src/main/java");
        try (var folders = Files.walk(sources)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (hasSources(folder)) {
                    assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked")
                            .startsWith("/**");
                }
            }
        }
    }

    private static boolean hasSources(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }
}
