package io.github.centrifugorpc.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.it.container.ItFolder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make api} and {@code make demo}, whose quick starts and tours are the snippets of the papers. */
class SampleIT {
    private static final int LIMIT_MINUTES = 10;

    @TempDir
    private Path folder;

    @Test
    void makeApiWritesTheClientsAndBuildsThePackagesOfTheFrontEnd() throws Exception {
        assertThat(run("demo/api.sh")).isEqualTo("""
                1/4  OpenAPI document and REST client: it/demo/server/target/openapi/openapi.json, it/demo/frontend/packages/api/src/rest
                2/4  Python, TypeScript and Go SDKs: it/demo/server/opensdk
                3/4  their copies in the front end: it/demo/frontend/packages/{python,typescript,go}
                4/4  the front end's @api package: it/demo/frontend/packages/api/dist
                """);
        assertThat(ItFolder.resolve("demo/frontend/packages/api/dist/index.d.ts"))
                .exists();
    }

    @Test
    void makeDemoShowsWhatTheQuickStartsAndToursGot() throws Exception {
        assertThat(run("demo/demo.sh").replaceFirst("Token +\\S+", "Token …")).isEqualTo("""
                Centrifugo    ws://localhost:8000/connection/websocket
                Server        http://localhost:8001
                Token …   (of user-123, for an hour)
                Python        total=2 completed=0 pending=2
                              Read the guide is COMPLETED
                              1000 task_not_found {'id': '00000000-0000-0000-0000-000000000000'}
                              2
                TypeScript    { total: 2, completed: 0, pending: 2 }
                              Read the guide is COMPLETED
                              1000 task_not_found { id: '00000000-0000-0000-0000-000000000000' }
                              2
                              1 task_not_found
                Go            {Total:2 Completed:0 Pending:2}
                              Read the guide is COMPLETED
                              1000 task_not_found {"id":"00000000-0000-0000-0000-000000000000"}
                              2
                """);
    }

    private String run(String script) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", ItFolder.resolve(script).toAbsolutePath().toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("%s ended in time; it said: %s", script, Files.readString(output))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertThat(process.exitValue())
                .as("%s said: %s%s", script, Files.readString(output), Files.readString(errors))
                .isZero();
        return Files.readString(output);
    }
}
