package io.github.centrifugorpc.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.SdkTarget;
import io.github.centrifugorpc.maven.target.TypeScriptTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetRulesTest {

    private static final Contract CONTRACT =
            new Contract("tasks", Layout.PLAIN, Naming.SNAKE_CASE, Longs.NUMBER, List.of(), List.of());

    @Test
    void packagesHaveNamesOfTheirLanguages() {
        assertThat(texts(
                        new PythonTarget("my-tasks", "1.0.0", Path.of("python")),
                        new TypeScriptTarget("My Tasks", "1.0.0", Path.of("typescript")),
                        go("https://example.com/tasks", "My-Client", "go")))
                .containsExactly("""
                        [CRPC-301] "my-tasks" is not a name for a Python package.
                          Fix: in pom.xml <python><packageName>tasks_sdk</packageName></python>, or -Dcentrifugo.python.packageName=tasks_sdk""", """
                        [CRPC-302] "My Tasks" is not a name for an npm package.
                          Fix: in pom.xml <typescript><packageName>tasks-sdk</packageName></typescript>, or -Dcentrifugo.typescript.packageName=tasks-sdk""", """
                        [CRPC-303] "https://example.com/tasks" is not a path for a Go module.
                          Fix: in pom.xml <go><modulePath>example.com/tasks-sdk/client</modulePath></go>, or -Dcentrifugo.go.modulePath=example.com/tasks-sdk/client""", """
                        [CRPC-304] "My-Client" is not a name for a Go package.
                          Fix: in pom.xml <go><packageName>myclient</packageName></go>, or -Dcentrifugo.go.packageName=myclient""");
    }

    @Test
    void sdksHaveFoldersOfTheirOwn() {
        Path folder = Path.of("clients").toAbsolutePath();

        assertThat(texts(
                        new PythonTarget("tasks", "1.0.0", folder),
                        go(
                                "example.com/tasks",
                                "client",
                                folder.resolve("../clients").toString())))
                .containsExactly("[CRPC-307] the Python and the Go client would both be written to "
                        + folder.resolve("../clients") + ".\n  Fix: give each an <output> of its own.");
    }

    @Test
    void whatGoDeclaresBesideAUnionIsNoNameOfATypeOrConstant() {
        var contract = new Contract(
                "tasks",
                Layout.PLAIN,
                Naming.SNAKE_CASE,
                Longs.NUMBER,
                List.of(),
                List.of(
                        union("Event"),
                        new EnumType(
                                "Unknown",
                                "Unknown",
                                List.of(new EnumType.Value("event", "EVENT", Docs.NONE, Optional.empty())),
                                Docs.NONE,
                                Optional.empty(),
                                Place.UNKNOWN),
                        union("UnmarshalEvent")));

        assertThat(new ContractChecker()
                        .check(contract, List.of(go("example.com/tasks", "client", "go"))).stream()
                                .map(Problem::text)
                                .toList())
                .containsExactly("""
                        [CRPC-206] value "event" of Unknown and what belongs to the union Event would both be UnknownEvent in the Go client.
                          Fix: rename one of them, or give a type another name in pom.xml with <typeNames>.""", """
                        [CRPC-206] type UnmarshalEvent and what belongs to the union Event would both be UnmarshalEvent in the Go client.
                          Fix: rename one of them, or give a type another name in pom.xml with <typeNames>.""");
    }

    private static UnionType union(String name) {
        return new UnionType(
                name, name, "type", List.of(), Optional.empty(), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static SdkTarget go(String modulePath, String packageName, String folder) {
        return new GoTarget(modulePath, packageName, GoTarget.WebsocketModule.NHOOYR, "1.0.0", Path.of(folder));
    }

    private static List<String> texts(SdkTarget... targets) {
        return new ContractChecker()
                .check(CONTRACT, List.of(targets)).stream().map(Problem::text).toList();
    }
}
