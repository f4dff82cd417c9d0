package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.generate.OpenApiGenerator;
import io.github.centrifugorpc.maven.output.TextFile;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Writes an OpenAPI document of the server's HTTP endpoints: {@code POST /rpc/{method}} for each method, and those of
 * the wrapper. REST clients are generated from it.
 *
 * <pre>{@code
 * <execution>
 *   <goals>
 *     <goal>generate</goal>
 *     <goal>openapi</goal>
 *   </goals>
 * </execution>
 * }</pre>
 *
 * @since 0.1.0
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
@Mojo(name = "openapi", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class OpenApiMojo extends ContractMojo {

    /**
     * The file to write.
     *
     * <pre>{@code <outputFile>${project.basedir}/docs/openapi.json</outputFile>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.openapi.output", defaultValue = "${project.build.directory}/openapi/openapi.json")
    private File outputFile;

    /**
     * The version of the API that the document describes.
     *
     * <pre>{@code <openApiVersion>2.1</openApiVersion>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.openapi.version", defaultValue = "${project.version}")
    private String openApiVersion;

    @Inject
    OpenApiMojo(ProjectDependenciesResolver resolver) {
        super(resolver);
    }

    @Override
    void run() throws ConfigurationException {
        List<Problem> problems = new ArrayList<>();
        ScanRequest scan = scanRequest(problems);
        stopAt(problems);
        OpenApiGenerator.Result result = new OpenApiGenerator().generate(scan, openApiVersion);
        stopAt(result.problems());
        boolean isNew = TextFile.write(outputFile.toPath(), result.document());
        String mark = ConsoleMark.ofThisConsole();
        getLog().info(mark + (isNew ? " Generated OpenAPI document" : " OpenAPI document is up to date"));
    }

    private static void stopAt(List<Problem> problems) throws ConfigurationException {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
