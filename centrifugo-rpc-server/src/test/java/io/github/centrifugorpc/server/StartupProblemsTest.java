package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.contract.ContractJson;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong is found at start, all at once, with its fix. */
class StartupProblemsTest {

    private static final String RUN_THE_PLUGIN =
            "Fix: run the plugin again: mvn generate-sources. In an IDE, delegate builds to Maven.";

    @TempDir
    private Path folder;

    public static final class Stray {
        @WebsocketRpc("stray.call")
        public void call() {}
    }

    public static final class Nothing {}

    public static final class Wrong {
        @WebsocketRpc("Wrong-Name")
        public void name() {}

        @WebsocketRpc("system.reserved")
        public void reserved() {}

        @WebsocketRpc(value = "wrong.timeout", timeout = 301)
        public void timeout() {}

        @WebsocketRpc("wrong.hidden")
        void hidden() {}

        @WebsocketRpc("wrong.shared")
        public static void shared() {}

        @WebsocketRpc("wrong.many")
        public void many(String a, String b) {}

        @WebsocketRpc("wrong.order")
        public void order(TaskHandlers.Command params, ConnectionContext conn) {}
    }

    public static final class Twin {
        @WebsocketRpc("tasks.clear")
        public void clearToo() {}
    }

    public record Changed(String now) {}

    public record Retyped(String total, int count, Optional<Long> size, long exact, Optional<Instant> at) {}

    public record Listed(List<Long> value) {}

    public record Collected(Set<Changed> value) {}

    public record Mapped(Map<String, Long> value) {}

    public record Keyed(Map<UUID, int[]> value) {}

    public record Wrapped(Optional<List<Instant>> value) {}

    public record Single(List<String> value) {}

    public record Element(Changed value) {}

    public record Fitting(
            List<Optional<Long>> list,
            Set<int[]> set,
            Map<UUID, Element> map,
            Optional<Element[]> optional,
            Iterable<Element> iterable,
            Tags value,
            Patch<String> patch,
            Map<String, Object> any) {}

    public record Tags(@JsonValue List<String> tags) {}

    public static final class StaleElements {
        @WebsocketRpc("a.listed")
        public void listed(Listed params) {}

        @WebsocketRpc("b.collected")
        public void collected(Collected params) {}

        @WebsocketRpc("c.mapped")
        public void mapped(Mapped params) {}

        @WebsocketRpc("d.keyed")
        public void keyed(Keyed params) {}

        @WebsocketRpc("e.wrapped")
        public void wrapped(Wrapped params) {}

        @WebsocketRpc("f.single")
        public void single(Single params) {}

        @WebsocketRpc("g.fitting")
        public List<Fitting> fitting(Fitting params) {
            return List.of(params);
        }

        @WebsocketRpc("h.result")
        public CompletionStage<List<Long>> result() {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    public static final class Stale {
        @WebsocketRpc("stale.params")
        public void params(Changed params) {}

        @WebsocketRpc("stale.result")
        public Changed result() {
            return new Changed("");
        }

        @WebsocketRpc("stale.members")
        public void members(Changed params) {}

        @WebsocketRpc("stale.missing")
        public void missing() {}

        @WebsocketRpc("stale.types")
        public void types(Retyped params) {}
    }

    @Test
    void saysToRunThePluginWhereTheContractIsMissing() {
        assertProblems(RpcServer.builder().handlers(new Stray()), """
                The RPC server cannot start: 1 problem.
                [CRPC-503] io.github.centrifugorpc.server.StartupProblemsTest$Stray.call answers 'stray.call', which no contract on the class path declares (META-INF/centrifugo-rpc/contract.json).
                  Fix: run the plugin: mvn generate-sources, with the goal 'generate' of centrifugo-maven-plugin in the module's pom.xml. In an IDE, delegate builds to Maven.""");
    }

    @Test
    void listsAllMistakesOfHandlersAtOnce() throws IOException {
        var wrong = "io.github.centrifugorpc.server.StartupProblemsTest$Wrong";
        var methods = new StringBuilder();
        for (var name : new String[] {
            "Wrong-Name",
            "system.reserved",
            "wrong.timeout",
            "wrong.hidden",
            "wrong.shared",
            "wrong.many",
            "wrong.order"
        }) {
            methods.append(methods.isEmpty() ? "" : ",")
                    .append("{\"name\":\"" + name + "\",\"handler\":\"x\",\"javaMethod\":\"x\"}");
        }
        var contracts = contracts(contract("plain", "snake_case", methods.toString(), ""));

        assertProblems(
                RpcServer.builder()
                        .handlers(new Wrong(), new Nothing(), new TaskHandlers())
                        .handlers(new Twin())
                        .contracts(contracts),
                """
                The RPC server cannot start: 9 problems.
                [CRPC-504] Two handlers answer the RPC method 'tasks.clear':
                    io.github.centrifugorpc.server.TaskHandlers.clear
                    io.github.centrifugorpc.server.StartupProblemsTest$Twin.clearToo
                  Fix: rename one of them.
                [CRPC-505] %1$s.hidden has @WebsocketRpc and is not public.
                  Fix: make it a public method of the handler's instances.
                [CRPC-505] %1$s.shared has @WebsocketRpc and is static.
                  Fix: make it a public method of the handler's instances.
                [CRPC-510] io.github.centrifugorpc.server.StartupProblemsTest$Nothing was given to handlers(…) and has no method with @WebsocketRpc.
                  Fix: annotate its methods, or do not pass it.
                [CRPC-511] %1$s.many takes [String, String], and a handler method takes a ConnectionContext, its params, or both in this order.
                  Fix: gather the arguments in one record.
                [CRPC-511] %1$s.order takes [Command, ConnectionContext], and a handler method takes a ConnectionContext, its params, or both in this order.
                  Fix: gather the arguments in one record.
                [CRPC-512] %1$s.name is called 'Wrong-Name', which is not a method name: words of letters, digits and underscores that start with a small letter, parted by dots, at most 128 characters.
                  Fix: write it like @WebsocketRpc("tasks.get_stats").
                [CRPC-513] %1$s.reserved is called 'system.reserved', and names that start with 'system.' are reserved.
                  Fix: choose another first word.
                [CRPC-514] %1$s.timeout has timeout = 301, which is not within 1 to 300 seconds.
                  Fix: choose a time limit within, or start a job and let clients ask for its state.""".formatted(wrong));
    }

    @Test
    void findsAContractThatIsOutOfDate() throws IOException {
        var stale = "io.github.centrifugorpc.server.StartupProblemsTest$Stale";
        var changed = "io.github.centrifugorpc.server.StartupProblemsTest$Changed";
        var retyped = "io.github.centrifugorpc.server.StartupProblemsTest$Retyped";
        var contracts = contracts(contract("plain", "snake_case", """
                {"name":"stale.params","handler":"x","javaMethod":"x"},
                {"name":"stale.result","handler":"x","javaMethod":"x"},
                {"name":"stale.members","handler":"x","javaMethod":"x","params":{"type":"Changed"}},
                {"name":"stale.missing","handler":"x","javaMethod":"x","params":{"type":"Gone"}},
                {"name":"stale.types","handler":"x","javaMethod":"x","params":{"type":"Retyped"}}
                """, """
                {"kind":"object","name":"Retyped","javaName":"%2$s","members":[
                    {"name":"at","javaName":"at","type":{"nullable":{"scalar":"instant"}}},
                    {"name":"count","javaName":"count","type":{"scalar":"int"},"required":true},
                    {"name":"exact","javaName":"exact","type":{"scalar":"long_string"},"required":true},
                    {"name":"size","javaName":"size","type":{"nullable":{"scalar":"long"}}},
                    {"name":"total","javaName":"total","type":{"scalar":"int"},"required":true}]},
                {"kind":"object","name":"Changed","javaName":"%1$s","members":[
                    {"name":"before","javaName":"before","type":{"scalar":"string"},"required":true}]},
                {"kind":"object","name":"Gone","javaName":"com.acme.Gone","members":[]}
                """.formatted(changed, retyped)));

        assertProblems(RpcServer.builder().handlers(new Stale()).contracts(contracts), """
                The RPC server cannot start: 5 problems.
                [CRPC-509] The contract of 'stale.missing' is not that of %1$s.missing: its params are none, not com.acme.Gone.
                  %2$s
                [CRPC-509] The contract of 'stale.params' is not that of %1$s.params: its params are %3$s, not none.
                  %2$s
                [CRPC-509] The contract of 'stale.result' is not that of %1$s.result: it returns a result, and the contract says it returns none.
                  %2$s
                [CRPC-515] The contract's type Changed has the members [before], and %3$s has [now].
                  %2$s
                [CRPC-515] The contract's type Retyped has another type for total than %4$s, where it is String.
                  %2$s""".formatted(
                        stale, RUN_THE_PLUGIN, changed, retyped));
    }

    @Test
    void findsElementsThatAreOutOfDate() throws IOException {
        var outer = "io.github.centrifugorpc.server.StartupProblemsTest$";
        var types = new ArrayList<String>();
        types.add(type(outer, "Changed", member("now", "{\"scalar\":\"string\"}")));
        types.add(type(outer, "Element", member("value", "{\"type\":\"Changed\"}")));
        types.add(type(outer, "Listed", member("value", "{\"list\":{\"scalar\":\"string\"}}")));
        types.add(type(outer, "Collected", member("value", "{\"set\":{\"type\":\"Element\"}}")));
        types.add(type(outer, "Mapped", member("value", map("{\"scalar\":\"string\"}", "{\"scalar\":\"int\"}"))));
        types.add(type(
                outer, "Keyed", member("value", map("{\"scalar\":\"string\"}", "{\"list\":{\"scalar\":\"int\"}}"))));
        types.add(type(outer, "Wrapped", member("value", "{\"nullable\":{\"list\":{\"scalar\":\"local_date\"}}}")));
        types.add(type(outer, "Single", member("value", "{\"scalar\":\"string\"}")));
        types.add(type(
                outer,
                "Fitting",
                member("list", "{\"list\":{\"nullable\":{\"scalar\":\"long\"}}}"),
                member("set", "{\"set\":{\"list\":{\"scalar\":\"int\"}}}"),
                member("map", map("{\"scalar\":\"uuid\"}", "{\"type\":\"Element\"}")),
                member("optional", "{\"nullable\":{\"list\":{\"type\":\"Element\"}}}"),
                member("value", "{\"list\":{\"scalar\":\"string\"}}"),
                member("patch", "{\"patch\":{\"scalar\":\"string\"}}"),
                member("any", "{\"any\":true}"),
                member("iterable", "{\"list\":{\"type\":\"Element\"}}")));
        var contracts = contracts(contract("plain", "snake_case", """
                {"name":"a.listed","handler":"x","javaMethod":"x","params":{"type":"Listed"}},
                {"name":"b.collected","handler":"x","javaMethod":"x","params":{"type":"Collected"}},
                {"name":"c.mapped","handler":"x","javaMethod":"x","params":{"type":"Mapped"}},
                {"name":"d.keyed","handler":"x","javaMethod":"x","params":{"type":"Keyed"}},
                {"name":"e.wrapped","handler":"x","javaMethod":"x","params":{"type":"Wrapped"}},
                {"name":"f.single","handler":"x","javaMethod":"x","params":{"type":"Single"}},
                {"name":"g.fitting","handler":"x","javaMethod":"x","params":{"type":"Fitting"},"result":{"list":{"type":"Fitting"}}},
                {"name":"h.result","handler":"x","javaMethod":"x","result":{"list":{"scalar":"string"}}}
                """, String.join(",", types)));

        assertProblems(RpcServer.builder().handlers(new StaleElements()).contracts(contracts), """
                The RPC server cannot start: 7 problems.
                [CRPC-509] The contract of 'h.result' is not that of %1$sStaleElements.result: it returns List<Long>, and the contract says another type.
                  %2$s
                [CRPC-515] The contract's type Collected has another type for value than %1$sCollected, where it is Set<Changed>.
                  %2$s
                [CRPC-515] The contract's type Keyed has another type for value than %1$sKeyed, where it is Map<UUID, int[]>.
                  %2$s
                [CRPC-515] The contract's type Listed has another type for value than %1$sListed, where it is List<Long>.
                  %2$s
                [CRPC-515] The contract's type Mapped has another type for value than %1$sMapped, where it is Map<String, Long>.
                  %2$s
                [CRPC-515] The contract's type Single has another type for value than %1$sSingle, where it is List<String>.
                  %2$s
                [CRPC-515] The contract's type Wrapped has another type for value than %1$sWrapped, where it is Optional<List<Instant>>.
                  %2$s""".formatted(
                        outer, RUN_THE_PLUGIN));
    }

    /** Nobody can tell which of its constructors is meant. */
    public static final class Nameless {
        public final String text;
        public final int count;

        public Nameless(String text, int count) {
            this.text = text;
            this.count = count;
        }

        public Nameless(int count, String text) {
            this(text, count);
        }
    }

    public static final class TakesNameless {
        @WebsocketRpc("nameless.take")
        public void take(Nameless params) {}
    }

    @Test
    void findsParamsThatNobodyCanMake() throws IOException {
        var outer = "io.github.centrifugorpc.server.StartupProblemsTest$";
        var contracts = contracts(contract(
                "plain",
                "snake_case",
                "{\"name\":\"nameless.take\",\"handler\":\"x\",\"javaMethod\":\"x\",\"params\":{\"type\":\"Nameless\"}}",
                type(
                        outer,
                        "Nameless",
                        member("text", "{\"nullable\":{\"scalar\":\"string\"}}"),
                        member("count", "{\"scalar\":\"int\"}"))));

        assertProblems(RpcServer.builder().handlers(new TakesNameless()).contracts(contracts), """
                The RPC server cannot start: 1 problem.
                [CRPC-518] %sNameless is part of params, and Jackson knows no way to make one: there is neither a constructor without parameters, nor one whose parameters have names.
                  Fix: compile with -parameters, or annotate a constructor with @JsonCreator and its parameters with @JsonProperty.""".formatted(outer));
    }

    public enum Urgency {
        LOW,
        MIDDLE
    }

    public record Urgent(Urgency value) {}

    public static final class TakesUrgent {
        @WebsocketRpc("urgent.take")
        public void take(Urgent params) {}
    }

    @Test
    void findsConstantsThatAreOutOfDate() throws IOException {
        var outer = "io.github.centrifugorpc.server.StartupProblemsTest$";
        var urgency = "{\"kind\":\"enum\",\"name\":\"Urgency\",\"javaName\":\"" + outer
                + "Urgency\",\"values\":[{\"name\":\"LOW\",\"javaName\":\"LOW\"},{\"name\":\"HIGH\",\"javaName\":\"HIGH\"}]}";
        var contracts = contracts(contract(
                "plain",
                "snake_case",
                "{\"name\":\"urgent.take\",\"handler\":\"x\",\"javaMethod\":\"x\",\"params\":{\"type\":\"Urgent\"}}",
                urgency + "," + type(outer, "Urgent", member("value", "{\"type\":\"Urgency\"}"))));

        assertProblems(RpcServer.builder().handlers(new TakesUrgent()).contracts(contracts), """
                The RPC server cannot start: 1 problem.
                [CRPC-515] The contract's type Urgency has the values [HIGH, LOW], and %sUrgency has [LOW, MIDDLE].
                  %s""".formatted(
                        outer, RUN_THE_PLUGIN));
    }

    private static String type(String outer, String name, String... members) {
        return "{\"kind\":\"object\",\"name\":\"" + name + "\",\"javaName\":\"" + outer + name + "\",\"members\":["
                + String.join(",", members) + "]}";
    }

    private static String member(String name, String type) {
        return "{\"name\":\"" + name + "\",\"javaName\":\"" + name + "\",\"type\":" + type + "}";
    }

    private static String map(String key, String value) {
        return "{\"map\":{\"key\":" + key + ",\"value\":" + value + "}}";
    }

    @Test
    void findsContractsThatClash() throws IOException {
        var first = contract(
                "plain",
                "snake_case",
                "{\"name\":\"a.b\",\"handler\":\"x\",\"javaMethod\":\"x\"}",
                "{\"kind\":\"enum\",\"name\":\"E\",\"javaName\":\"x.E\",\"values\":[]}");
        var second = contract(
                "namespaced",
                "as_is",
                "{\"name\":\"a.b\",\"handler\":\"y\",\"javaMethod\":\"x\"}",
                "{\"kind\":\"enum\",\"name\":\"E\",\"javaName\":\"y.E\",\"values\":[]}");
        var contracts = contracts(first, second, first);
        var one = origin(0);
        var two = origin(1);

        assertThatThrownBy(() -> RpcServer.builder()
                        .config(CentrifugoConfig.builder().enabled(false).build())
                        .contracts(contracts)
                        .build())
                .hasMessage("""
                        The RPC server cannot start: 4 problems.
                        [CRPC-507] Two contracts on the class path disagree about layout:
                            plain in %1$s
                            namespaced in %2$s
                          Fix: set <layout> to the same value in the plugin's configuration of both modules.
                        [CRPC-507] Two contracts on the class path disagree about naming:
                            snake_case in %1$s
                            as_is in %2$s
                          Fix: set <naming> to the same value in the plugin's configuration of both modules.
                        [CRPC-508] Two contracts on the class path declare the method 'a.b' differently:
                            %1$s
                            %2$s
                          Fix: rename one of the methods, or drop the older copy of the module from the class path.
                        [CRPC-508] Two contracts on the class path declare the type 'E' differently:
                            %1$s
                            %2$s
                          Fix: rename one of the types, or move it to a module that both share.""".formatted(one, two));
    }

    @Test
    void findsAContractThatCannotBeRead() throws IOException {
        var contracts = contracts("{\"format\":99}", "nonsense");

        assertThatThrownBy(() -> RpcServer.builder()
                        .config(CentrifugoConfig.builder().enabled(false).build())
                        .contracts(contracts)
                        .build())
                .hasMessageContainingAll(
                        "The RPC server cannot start: 2 problems.\n[CRPC-506] " + origin(0) + " has contract format 99",
                        "[CRPC-506] " + origin(1) + " is not JSON",
                        "\n  Fix: build the module again with the plugin of the same version as the server.");
    }

    @Test
    void needsATokenSecretForPlainHttp() {
        assertThatThrownBy(() -> RpcServer.builder()
                        .config(CentrifugoConfig.builder()
                                .centrifugoApiUrl("http://localhost:8000")
                                .centrifugoApiKey("k")
                                .proxySecret("s")
                                .build())
                        .plainHttp(true)
                        .build())
                .isInstanceOf(RpcStartupException.class)
                .hasMessage("""
                        The RPC server cannot start: 1 problem.
                        [CRPC-516] plainHttp(true) verifies bearer tokens, and centrifugoTokenHmacSecret (CENTRIFUGO_TOKEN_HMAC_SECRET) is not set.
                          Fix: set it to the value of client.token.hmac_secret_key in Centrifugo's configuration.""");
    }

    @Test
    void boundsTheLengthOfReplies() {
        assertProblems(RpcServer.builder().maxReplyBytes(1 << 20), """
                The RPC server cannot start: 1 problem.
                [CRPC-517] maxReplyBytes(1048576) is not within 65536 to 921600.
                  Fix: choose a limit within, and return long results in pages.""");
    }

    @Test
    void needsAConfiguration() {
        assertThatThrownBy(() -> RpcServer.builder().build())
                .hasMessage("The server has no configuration. Fix: .config(CentrifugoConfig.fromEnvironment())");
    }

    @Test
    void takesTheLayoutAndTheNamingOfTheContract() throws Exception {
        var contracts = contracts(contract(
                "namespaced",
                "as_is",
                "{\"name\":\"layout.echo\",\"handler\":\"x\",\"javaMethod\":\"x\",\"params\":{\"type\":\"Named\"},"
                        + "\"result\":{\"type\":\"Named\"}}",
                "{\"kind\":\"object\",\"name\":\"Named\",\"javaName\":\"" + Layout.Named.class.getName()
                        + "\",\"members\":[{\"name\":\"firstName\",\"javaName\":\"firstName\","
                        + "\"type\":{\"scalar\":\"string\"},\"required\":true}]}"));
        // Alone, because the contract of the other tests has another layout.
        var classes = StartupProblemsTest.class.getClassLoader();
        var alone = new ClassLoader(classes) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return contracts.getResources(name);
            }

            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith(Layout.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                try (var in = classes.getResourceAsStream(name.replace('.', '/') + ".class")) {
                    var bytes = Objects.requireNonNull(in).readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
        var handler = alone.loadClass(Layout.class.getName()).getConstructor().newInstance();

        try (var server = TestServer.of(handler, contracts)) {
            var accepted = server.proxy(
                    "publish",
                    TestServer.publishBody(
                            "42",
                            "rpc:requests",
                            "{\"correlation_id\":\"a\",\"method\":\"layout.echo\",\"params\":{\"firstName\":\"Ada\"},"
                                    + "\"reply_to\":\"rpcreply:user#42\"}"));

            assertThat(accepted.has("result")).isTrue();
            assertThat(server.centrifugo.nextPublished())
                    .hasToString("{\"channel\":\"rpcreply:user#42\",\"data\":{\"correlation_id\":\"a\","
                            + "\"result\":{\"firstName\":\"Ada\"}}}");
        }
    }

    /** For a contract of its own. */
    public static final class Layout {

        public record Named(String firstName) {}

        @WebsocketRpc("layout.echo")
        public Named echo(Named params) {
            return params;
        }
    }

    private void assertProblems(RpcServer.Builder builder, String message) {
        assertThatThrownBy(() -> builder.config(
                                CentrifugoConfig.builder().enabled(false).build())
                        .build())
                .isInstanceOf(RpcStartupException.class)
                .hasMessage(message);
    }

    private String origin(int number) throws MalformedURLException {
        return folder.resolve(Integer.toString(number))
                .resolve(ContractJson.RESOURCE)
                .toUri()
                .toURL()
                .toString();
    }

    private ClassLoader contracts(String... contracts) throws IOException {
        var urls = new URL[contracts.length];
        for (int i = 0; i < contracts.length; i++) {
            var root = folder.resolve(Integer.toString(i));
            var file = root.resolve(ContractJson.RESOURCE);
            Files.createDirectories(file.getParent());
            Files.writeString(file, contracts[i]);
            urls[i] = root.toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static String contract(String layout, String naming, String methods, String types) {
        return "{\"format\":1,\"title\":\"t\",\"layout\":\"" + layout + "\",\"naming\":\"" + naming
                + "\",\"longs\":\"number\",\"methods\":[" + methods + "],\"types\":[" + types + "]}";
    }
}
