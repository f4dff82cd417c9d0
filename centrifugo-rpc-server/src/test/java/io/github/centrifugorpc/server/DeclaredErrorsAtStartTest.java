package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.centrifugorpc.RpcError;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that the contract and the handlers tell differently keep the server from starting. */
@SuppressWarnings("serial") // Nothing here is ever serialized.
class DeclaredErrorsAtStartTest {

    private static final String OUTER = DeclaredErrorsAtStartTest.class.getName() + "$";
    private static final String RUN_THE_PLUGIN =
            "Fix: run the plugin again: mvn generate-sources. In an IDE, delegate builds to Maven.";

    @TempDir
    private Path folder;

    public record Details(String id) {}

    @RpcError(code = 1404, name = "missing")
    public static final class Missing extends Exception {}

    @RpcError(code = 1405, name = "changed")
    public static final class Changed extends Exception {}

    @RpcError(code = 1406, name = "moved")
    public static final class Moved extends Exception {}

    @RpcError(code = 1407, name = "detailed")
    public static final class Detailed extends Exception {
        public Details details() {
            return new Details("");
        }
    }

    public static final class Handlers {
        @WebsocketRpc("a.unlisted")
        public void unlisted() throws Missing, IOException {}

        @WebsocketRpc("b.listed")
        public void listed() {}

        @WebsocketRpc("c.unknown")
        public void unknown() throws Missing {}

        @WebsocketRpc("d.changed")
        public void changed() throws Changed {}

        @WebsocketRpc("e.moved")
        public void moved() throws Moved {}

        @WebsocketRpc("f.detailed")
        public void detailed() throws Detailed {}

        @WebsocketRpc(value = "g.unheard", noReply = true)
        public void unheard() throws Missing {}
    }

    @Test
    void findsWhatIsOutOfDate() throws IOException {
        var contract = contract(
                List.of(
                        method("a.unlisted"),
                        method("b.listed", "missing"),
                        method("c.unknown", "missing"),
                        method("d.changed", "changed"),
                        method("e.moved", "moved"),
                        method("f.detailed", "detailed"),
                        unheard("g.unheard")),
                error("Changed", 1999, "changed", null),
                error("MovedAway", 1406, "moved", null),
                error("Detailed", 1407, "detailed", null));

        assertProblems(folder, """
                The RPC server cannot start: 6 problems.
                [CRPC-509] The contract of 'a.unlisted' is not that of %1$sHandlers.unlisted: it declares the errors [missing], not [].
                  %2$s
                [CRPC-509] The contract of 'b.listed' is not that of %1$sHandlers.listed: it declares the errors [], not [missing].
                  %2$s
                [CRPC-509] The contract of 'c.unknown' is not that of %1$sHandlers.unknown: it throws %1$sMissing, which is 1404 'missing', and the contract has no such error.
                  %2$s
                [CRPC-509] The contract of 'd.changed' is not that of %1$sHandlers.changed: it throws %1$sChanged, which is 1405 'changed', and the contract has %1$sChanged, 1999, by that name.
                  %2$s
                [CRPC-509] The contract of 'e.moved' is not that of %1$sHandlers.moved: it throws %1$sMoved, which is 1406 'moved', and the contract has %1$sMovedAway, 1406, by that name.
                  %2$s
                [CRPC-509] The contract of 'f.detailed' is not that of %1$sHandlers.detailed: the details of %1$sDetailed are Details, and the contract says none.
                  %2$s""".formatted(OUTER, RUN_THE_PLUGIN), contract);
    }

    public static final class DetailedHandlers {
        @WebsocketRpc("f.detailed")
        public void detailed() throws Detailed {}
    }

    @Test
    void comparesTheTypeOfDetails() throws IOException {
        var contract =
                contract(List.of(method("f.detailed", "detailed")), error("Detailed", 1407, "detailed", "Details"));

        assertProblems(folder, new DetailedHandlers(), """
                The RPC server cannot start: 1 problem.
                [CRPC-515] The contract's type Details has the members [], and %sDetails has [id].
                  %s""".formatted(OUTER, RUN_THE_PLUGIN), contract);
    }

    public static final class None {
        @WebsocketRpc("a.none")
        public void none() {}
    }

    @Test
    void refusesErrorsThatShareACodeOrANameOrHaveTheProtocolsOwn() throws IOException {
        var one = contract(
                List.of(method("a.none")),
                error("Missing", 1404, "missing", null),
                error("Gone", 1410, "gone", null),
                error("Lost", 404, "lost", null),
                error("Late", 1408, "deadline_exceeded", null));
        var two = contract(
                List.of(),
                error("Missing", 1404, "missing", null, Docs.of("The same, with its documentation.")),
                error("Vanished", 1411, "gone", null),
                error("Hidden", 1404, "hidden", null));
        var urls = folder.toUri().toURL();

        assertProblems(folder, new None(), """
                The RPC server cannot start: 4 problems.
                [CRPC-520] Two errors of the contracts on the class path have the code 1404:
                    %1$sMissing in %2$smodule0/META-INF/centrifugo-rpc/contract.json
                    %1$sHidden in %2$smodule1/META-INF/centrifugo-rpc/contract.json
                  Fix: give one of them another in its @RpcError and run the plugin, or drop the older copy of the module from the class path.
                [CRPC-520] Two errors of the contracts on the class path have the name 'gone':
                    %1$sGone in %2$smodule0/META-INF/centrifugo-rpc/contract.json
                    %1$sVanished in %2$smodule1/META-INF/centrifugo-rpc/contract.json
                  Fix: give one of them another in its @RpcError and run the plugin, or drop the older copy of the module from the class path.
                [CRPC-521] The error %1$sLate in %2$smodule0/META-INF/centrifugo-rpc/contract.json has the name 'deadline_exceeded', which is a name of the protocol's own.
                  Fix: choose another in its @RpcError, for example code = 1404, name = "task_not_found", and run the plugin.
                [CRPC-521] The error %1$sLost in %2$smodule0/META-INF/centrifugo-rpc/contract.json has the code 404, which is the protocol's own code of method_not_found.
                  Fix: choose another in its @RpcError, for example code = 1404, name = "task_not_found", and run the plugin.""".formatted(OUTER, urls), one, two);
    }

    private static void assertProblems(Path folder, String text, Contract... contracts) throws IOException {
        assertProblems(folder, new Handlers(), text, contracts);
    }

    private static void assertProblems(Path folder, Object handlers, String text, Contract... contracts)
            throws IOException {
        var builder = RpcServer.builder()
                .config(CentrifugoConfig.builder().enabled(false).build())
                .contracts(DeclaredErrorsTest.contracts(folder, contracts))
                .handlers(handlers);

        assertThatThrownBy(builder::build)
                .isInstanceOf(RpcStartupException.class)
                .hasMessage(text);
    }

    private static Contract contract(List<RpcMethod> methods, ErrorType... errors) {
        return new Contract(
                "t",
                Layout.PLAIN,
                Naming.SNAKE_CASE,
                Longs.NUMBER,
                methods,
                List.of(new ObjectType(
                        "Details", OUTER + "Details", List.of(), Docs.NONE, Optional.empty(), Place.UNKNOWN)),
                List.of(errors));
    }

    private static RpcMethod method(String name, String... errors) {
        return method(name, RpcMethod.MethodOptions.DEFAULTS, errors);
    }

    private static RpcMethod unheard(String name) {
        return method(name, new RpcMethod.MethodOptions(Optional.empty(), false, false, true, false));
    }

    private static RpcMethod method(String name, RpcMethod.MethodOptions options, String... errors) {
        return new RpcMethod(
                name,
                "x",
                "x",
                Optional.empty(),
                Optional.empty(),
                List.of(errors),
                Docs.NONE,
                Optional.empty(),
                options,
                Place.UNKNOWN);
    }

    private static ErrorType error(
            String javaName, int code, String name, @org.jspecify.annotations.Nullable String details) {
        return error(javaName, code, name, details, Docs.NONE);
    }

    private static ErrorType error(
            String javaName, int code, String name, @org.jspecify.annotations.Nullable String details, Docs docs) {
        return new ErrorType(
                javaName + "Error",
                OUTER + javaName,
                code,
                name,
                Optional.ofNullable(details).map(TypeRef.Named::new),
                docs,
                Optional.empty(),
                Place.UNKNOWN);
    }
}
