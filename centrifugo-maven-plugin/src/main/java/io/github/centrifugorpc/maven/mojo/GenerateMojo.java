package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.generate.GenerateRequest;
import io.github.centrifugorpc.maven.generate.GenerateResult;
import io.github.centrifugorpc.maven.generate.GenerateResult.Outcome;
import io.github.centrifugorpc.maven.generate.SdkGenerator;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/**
 * Writes client SDKs for Python, TypeScript and Go from the methods annotated with {@code @WebsocketRpc}.
 *
 * <p>Sources are read, not classes, so the goal runs before anything is compiled and needs no module of the same build
 * to be packaged. Unchanged files are not touched, files that are no longer generated are removed, and files that this
 * plugin did not write are never overwritten. The contract of the methods becomes the class path resource
 * {@code META-INF/centrifugo-rpc/contract.json}, which the server reads.
 *
 * <pre>{@code
 * <plugin>
 *   <groupId>io.github.centrifugorpc</groupId>
 *   <artifactId>centrifugo-maven-plugin</artifactId>
 *   <executions><execution><goals><goal>generate</goal></goals></execution></executions>
 * </plugin>
 * }</pre>
 *
 * @since 0.1.0
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends ContractMojo {

    /**
     * The folder around the SDKs. Each language gets a folder of its own in it, unless the language's {@code <output>}
     * says otherwise. It lies outside of the project's source and resource roots.
     *
     * <pre>{@code <outputDirectory>${project.basedir}/clients</outputDirectory>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.output", defaultValue = "${project.basedir}/opensdk")
    private File outputDirectory;

    /**
     * The languages to write: {@code python}, {@code typescript}, {@code go}; all of them by default. The SDK of a
     * language that is left out stays as it is.
     *
     * <pre>{@code
     * <languages>
     *   <language>python</language>
     * </languages>
     * }</pre>
     *
     * On the command line: {@code -Dcentrifugo.languages=python,go}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.languages")
    private @Nullable List<String> languages;

    /**
     * Also prints each handler's file and line and each file of the SDKs.
     *
     * <pre>{@code <verbose>true</verbose>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.verbose", defaultValue = "false")
    private boolean verbose;

    /**
     * Fails the build when no method is found. Otherwise that is a warning, and nothing is touched.
     *
     * <pre>{@code <failIfEmpty>true</failIfEmpty>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.failIfEmpty", defaultValue = "false")
    private boolean failIfEmpty;

    /**
     * The version of the SDKs, told by each language's rules: {@code 0.1.0-SNAPSHOT} is {@code 0.1.0.dev0} in Python.
     * The project's version by default.
     *
     * <pre>{@code <sdkVersion>1.4.0</sdkVersion>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.sdkVersion", defaultValue = "${project.version}")
    private String sdkVersion;

    /**
     * Settings of the Python SDK: {@code packageName}, by default from the artifactId ({@code tasks} becomes
     * {@code tasks_sdk}), and {@code output}. Also as {@code centrifugo.python.packageName} and
     * {@code centrifugo.python.output}; what stands in the pom wins.
     *
     * <pre>{@code <python><packageName>acme_tasks</packageName></python>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable PythonParameters python;

    /**
     * Settings of the TypeScript SDK: {@code packageName}, by default from the artifactId ({@code tasks} becomes
     * {@code tasks-sdk}), and {@code output}. Also as {@code centrifugo.typescript.packageName} and
     * {@code centrifugo.typescript.output}; what stands in the pom wins.
     *
     * <pre>{@code <typescript><packageName>@acme/tasks</packageName></typescript>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable TypeScriptParameters typescript;

    /**
     * Settings of the Go SDK: {@code modulePath}, by default from the artifactId ({@code tasks} becomes
     * {@code tasks-sdk/client}), {@code packageName} ({@code client}), {@code websocketModule} ({@code nhooyr}, or
     * {@code coder} for its maintained successor) and {@code output}. Also as {@code centrifugo.go.modulePath} and so
     * on; what stands in the pom wins.
     *
     * <pre>{@code <go><modulePath>example.com/acme/tasks</modulePath></go>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable GoParameters go;

    @Inject
    GenerateMojo(ProjectDependenciesResolver resolver) {
        super(resolver);
    }

    @Override
    void run() throws ConfigurationException, MojoFailureException {
        GenerateResult result = new SdkGenerator().generate(request());
        if (result.outcome() == Outcome.REFUSED) {
            throw new ConfigurationException(result.problems());
        }
        new BuildReport(getLog(), ConsoleMark.ofThisConsole(), verbose).print(result, baseDirectory());
        if (result.outcome() == Outcome.GENERATED) {
            addContractAsResource();
        } else if (failIfEmpty) {
            throw new MojoFailureException("Found 0 RPC methods, and <failIfEmpty> asks for at least one.");
        }
    }

    private GenerateRequest request() throws ConfigurationException {
        List<Problem> problems = new ArrayList<>();
        ScanRequest scan = scanRequest(problems);
        Path output = outputDirectory.toPath();
        List<SdkTarget> targets = new Targets(
                        new UserProperties(session(), project())::find,
                        baseDirectory(),
                        output,
                        project().getArtifactId(),
                        sdkVersion,
                        problems)
                .of(languages, python, typescript, go);
        ProjectRoots.of(project()).problems(output, targets).forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new GenerateRequest(
                scan, targets, output, List.of(contractRoot(), ProjectSources.classFolder(project())));
    }

    private Path contractRoot() {
        return Path.of(project().getBuild().getDirectory(), "generated-resources", "centrifugo-rpc");
    }

    private void addContractAsResource() {
        Resource resource = new Resource();
        resource.setDirectory(contractRoot().toString());
        project().addResource(resource);
    }
}
