package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemText;
import io.github.centrifugorpc.maven.generate.GenerateRequest;
import io.github.centrifugorpc.maven.generate.GenerateResult;
import io.github.centrifugorpc.maven.generate.GenerateResult.Outcome;
import io.github.centrifugorpc.maven.generate.SdkGenerator;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
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
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    /**
     * The folder around the SDKs. Each language gets a folder of its own in it, unless the language's {@code <output>}
     * says otherwise.
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
     * Does nothing but say so.
     *
     * <pre>{@code <skip>true</skip>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.skip", defaultValue = "false")
    private boolean skip;

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
     * The channels on Centrifugo: {@code plain} needs no namespaces; {@code namespaced} keeps a short history of
     * replies, so that one sent during a reconnect still arrives. Server, SDKs and Centrifugo's configuration must
     * agree, which is why it is part of the contract.
     *
     * <pre>{@code <layout>namespaced</layout>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.layout", defaultValue = "plain")
    private String layout;

    /**
     * What Java members are called on the wire: {@code snake_case} ({@code user_id}) or {@code as_is} ({@code userId}).
     * {@code @JsonProperty} on a member wins over it.
     *
     * <pre>{@code <naming>as_is</naming>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.naming", defaultValue = "snake_case")
    private String naming;

    /**
     * How a Java {@code long} travels: as {@code number}, exact within ±(2^53−1) and refused beyond, or as
     * {@code string}, exact always.
     *
     * <pre>{@code <longs>string</longs>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.longs", defaultValue = "number")
    private String longs;

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

    /**
     * Files and folders to find handlers in, relative to the project. By default all source roots of the project, or
     * none when {@code handlerClasses} are given. Types of params and results may be anywhere.
     *
     * <pre>{@code
     * <sources>
     *   <source>src/main/java/com/acme/api</source>
     * </sources>
     * }</pre>
     *
     * On the command line: {@code -Dcentrifugo.sources=src/main/java/com/acme/api}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.sources")
    private @Nullable List<String> sources;

    /**
     * Binary names of compiled handlers, from a dependency or from this project. Without {@code sources} beside it, all
     * types of this project are read from their class files then, so such an execution belongs to a later phase:
     *
     * <pre>{@code
     * <execution>
     *   <phase>process-classes</phase>
     *   <goals><goal>generate</goal></goals>
     *   <configuration>
     *     <handlerClasses>
     *       <handlerClass>com.acme.TaskHandlers</handlerClass>
     *     </handlerClasses>
     *   </configuration>
     * </execution>
     * }</pre>
     *
     * On the command line: {@code -Dcentrifugo.handlerClasses=com.acme.TaskHandlers}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "centrifugo.handlerClasses")
    private @Nullable List<String> handlerClasses;

    /**
     * What types with serializers of their own are on the wire: a scalar of the contract such as {@code string},
     * {@code double} or {@code big_decimal}, by the Java name of the type.
     *
     * <pre>{@code
     * <typeMappings>
     *   <com.acme.Money>string</com.acme.Money>
     * </typeMappings>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> typeMappings;

    /**
     * Names for types in the SDKs, by their Java names, where the simple name will not do: two types share it, or a
     * client has a type of that name itself.
     *
     * <pre>{@code
     * <typeNames>
     *   <com.acme.billing.Order>BillingOrder</com.acme.billing.Order>
     * </typeNames>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> typeNames;

    /**
     * The encoding of the sources.
     *
     * <pre>{@code <encoding>ISO-8859-1</encoding>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private @Nullable String encoding;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private final ProjectDependenciesResolver resolver;

    @Inject
    GenerateMojo(ProjectDependenciesResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because centrifugo.skip is set");
            return;
        }
        BuildReport report = new BuildReport(getLog(), ConsoleMark.ofThisConsole(), verbose);
        try {
            GenerateResult result = new SdkGenerator().generate(request());
            if (result.outcome() == Outcome.REFUSED) {
                throw new MojoFailureException(ProblemText.of(result.problems()));
            }
            report.print(result, project.getBasedir().toPath());
            if (result.outcome() == Outcome.GENERATED) {
                addContractAsResource();
            } else if (failIfEmpty) {
                throw new MojoFailureException("Found 0 RPC methods, and <failIfEmpty> asks for at least one.");
            }
        } catch (ConfigurationException e) {
            throw new MojoFailureException(ProblemText.of(e.problems()));
        } catch (RuntimeException e) {
            throw new MojoExecutionException("Generating the clients failed unexpectedly: " + e.getMessage(), e);
        }
    }

    private GenerateRequest request() throws ConfigurationException {
        List<Problem> problems = new ArrayList<>();
        ScanRequest scan = scanRequest(problems);
        Path output = outputDirectory.toPath();
        List<SdkTarget> targets = new Targets(
                        new UserProperties(session, project),
                        project.getBasedir().toPath(),
                        output,
                        project.getArtifactId(),
                        sdkVersion,
                        problems)
                .of(languages, python, typescript, go);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new GenerateRequest(scan, targets, output, List.of(contractRoot(), ProjectSources.classFolder(project)));
    }

    private ScanRequest scanRequest(List<Problem> problems) throws ConfigurationException {
        Modules reactor = new Modules(session);
        List<MavenProject> modules = reactor.below(project);
        boolean readsClasses =
                !orEmpty(handlerClasses).isEmpty() && orEmpty(sources).isEmpty();
        ProjectSources read = readsClasses
                ? ProjectSources.fromClasses(project, modules)
                : ProjectSources.fromSources(project, modules, sources, problems);
        List<MavenProject> all = new ArrayList<>(List.of(project));
        all.addAll(modules);
        List<Path> classPath = new ArrayList<>(read.classFolders());
        classPath.addAll(new ClassPath(resolver, session, reactor).of(all));
        return new ScanRequest(
                project.getBasedir().toPath(),
                read.sources(),
                orEmpty(handlerClasses),
                read.sourcePath(),
                classPath,
                encoding == null || encoding.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(encoding),
                settings(problems));
    }

    private ScanRequest.Settings settings(List<Problem> problems) {
        Choices choices = new Choices(problems);
        return new ScanRequest.Settings(
                project.getArtifactId(),
                choices.of("layout", layout, Layout.values(), Layout::wireName),
                choices.of("naming", naming, Naming.values(), Naming::wireName),
                choices.of("longs", longs, Longs.values(), Longs::wireName),
                typeNames == null ? Map.of() : typeNames);
    }

    private static List<String> orEmpty(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private Path contractRoot() {
        return Path.of(project.getBuild().getDirectory(), "generated-resources", "centrifugo-rpc");
    }

    private void addContractAsResource() {
        Resource resource = new Resource();
        resource.setDirectory(contractRoot().toString());
        project.addResource(resource);
    }
}
