package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemText;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/** What the goals that read handlers have in common: where to read, and what the project decides about its contract. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
abstract class ContractMojo extends AbstractMojo {

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
     * What types with serializers of their own, and foreign types, are on the wire, by their Java names:
     * {@code string}, {@code number}, {@code boolean}, {@code any}; a scalar of the contract such as
     * {@code big_decimal}; or another Java type that looks the same on the wire.
     *
     * <pre>{@code
     * <typeMappings>
     *   <com.acme.Money>string</com.acme.Money>
     *   <org.bson.types.ObjectId>string</org.bson.types.ObjectId>
     *   <com.acme.Point>com.acme.PointForm</com.acme.Point>
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

    ContractMojo(ProjectDependenciesResolver resolver) {
        this.resolver = resolver;
    }

    /** The goal's own work. */
    abstract void run() throws ConfigurationException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because centrifugo.skip is set");
            return;
        }
        if (project.getPackaging().equals("pom")) {
            getLog().info("Skipped, because a project of packaging pom has no handlers");
            return;
        }
        try {
            run();
        } catch (ConfigurationException e) {
            throw new MojoFailureException(ProblemText.of(e.problems()));
        } catch (RuntimeException e) {
            throw new MojoExecutionException("This plugin failed unexpectedly: " + e.getMessage(), e);
        }
    }

    MavenSession session() {
        return session;
    }

    MavenProject project() {
        return project;
    }

    Path baseDirectory() {
        return project.getBasedir().toPath();
    }

    ScanRequest scanRequest(List<Problem> problems) throws ConfigurationException {
        Modules reactor = new Modules(session);
        List<MavenProject> modules = reactor.below(project);
        boolean readsClasses =
                !orEmpty(handlerClasses).isEmpty() && orEmpty(sources).isEmpty();
        ProjectSources read = readsClasses
                ? ProjectSources.fromClasses(project, modules)
                : ProjectSources.fromSources(project, modules, orEmpty(sources), problems);
        List<MavenProject> all = new ArrayList<>(List.of(project));
        all.addAll(modules);
        List<Path> classPath = new ArrayList<>(read.classFolders());
        classPath.addAll(new ClassPath(resolver, session, reactor).of(all));
        return new ScanRequest(
                baseDirectory(),
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
                typeNames == null ? Map.of() : typeNames,
                typeMappings == null ? Map.of() : typeMappings);
    }

    private static List<String> orEmpty(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }
}
