package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Exceptions with {@code @RpcError} reach callers whole; whatever is wrong with one is the server's secret (wire W5). */
class DeclaredErrorsTest {

    private static final String OUTER = ErrorHandlers.class.getName() + "$";

    private final Logger log = (Logger) LoggerFactory.getLogger("io.github.centrifugorpc.errors");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private int calls;

    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        lines.start();
        log.addAppender(lines);
        server = TestServer.of(new ErrorHandlers(), contracts(folder, contract()));
    }

    @AfterEach
    void stop() {
        server.close();
        log.detachAppender(lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        declared | {"code":1404,"name":"task_not_found","message":"There is no task 7.","details":{"task_id":"7","size":2,"fruit":{"name":"pear"}}}
        below | {"code":1404,"name":"task_not_found","message":"Gone for good.","details":{"task_id":"8","size":1,"fruit":{"name":"plum"}}}
        without message | {"code":1404,"name":"task_not_found","message":"task_not_found","details":{"task_id":"7","size":2,"fruit":{"name":"pear"}}}
        of RpcException | {"code":1409,"name":"locked","message":"Locked.","details":{"name":"kiwi"}}
        surprise | {"code":1500,"name":"surprise","message":"surprise","details":{"name":"fig"}}
        """)
    void sendsThemWhole(String what, String error) {
        assertThat(error("errors.throw", what)).isEqualTo(error);
        assertThat(error("errors.later", what)).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        undeclared | failed; the caller got error id {id}.
        without details | threw what callers cannot be told; the caller got error id {id}. details() of {outer}TaskNotFound returned null, and the contract says that the error always has details. Fix: return an object.
        unwritable details | threw an error whose details cannot be sent; the caller got error id {id}. $.size: the long 9223372036854775807 is beyond
        failing message | threw what callers cannot be told; the caller got error id {id}. getMessage() of {outer}Silent failed.
        failing details | threw what callers cannot be told; the caller got error id {id}. details() of {outer}Stubborn failed.
        at odds with itself | threw what callers cannot be told; the caller got error id {id}. @RpcError of {outer}Locked says 1409 'locked', and the exception was made with 1410 'locked'. Fix: hand the annotation's own to the constructor of RpcException.
        of the protocol | threw what callers cannot be told; the caller got error id {id}. @RpcError of {outer}ProtocolsOwn has the code 404, which is the protocol's own code of method_not_found.
        no name | threw what callers cannot be told; the caller got error id {id}. @RpcError of {outer}Nameless has the name 'Not A Name', which is not made of small letters, digits and underscores, a letter first, 128 characters at most.
        mute | failed; the caller got error id {id}. It was {outer}Mute, at [
        """)
    void keepsTheRestToItself(String what, String logged) {
        var reply = call("errors.throw", what);

        var id = reply.path("error").path("details").path("error_id").asText();
        assertThat(id).matches("[0-9a-f]{8}");
        assertThat(reply.path("error"))
                .hasToString("{\"code\":500,\"name\":\"internal\",\"message\":\"Internal error " + id
                        + ". The server's log says more under this id.\",\"details\":{\"error_id\":\"" + id + "\"}}");
        assertThat(lines.list)
                .filteredOn(line -> line.getFormattedMessage().contains(id))
                .singleElement()
                .returns(Level.ERROR, ILoggingEvent::getLevel)
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .startsWith(ErrorHandlers.class.getName() + ".throwIt of errors.throw (correlation id a) "
                        + logged.replace("{id}", id).replace("{outer}", OUTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"undeclared", "failing details", "unwritable details", "mute"})
    void tellsNothingOfTheRestByAStageEither(String what) {
        assertThat(call("errors.later", what).toString())
                .contains("\"code\":500")
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("java.")
                .doesNotContain("ErrorHandlers");
    }

    @Test
    void logsTheCauseWhereThereIsOne() {
        call("errors.throw", "failing details");

        assertThat(lines.list.get(0).getThrowableProxy().getCause().getMessage())
                .isEqualTo("secret detail of the details");
    }

    @Test
    void warnsOnceOfWhatAMethodDoesNotList() {
        call("errors.throw", "surprise");
        call("errors.throw", "surprise");
        call("errors.throw", "declared");

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(ErrorHandlers.class.getName() + ".throwIt threw " + OUTER
                        + "Surprise ('surprise'), which its throws clause does not list: callers get it, and nothing has"
                        + " told them that they may. Fix: list it there and run the plugin. This is said once.");
    }

    @Test
    void givesRawCallersCodeAndMessage() {
        assertThat(server.rpc("42", "errors.throw", "{\"what\":\"declared\"}"))
                .hasToString("{\"error\":{\"code\":1404,\"message\":\"There is no task 7.\"}}");
    }

    @Test
    void keepsThemForResends() {
        var first = server.rpc("42", "errors.throw", envelope("declared"));
        var second = server.rpc("42", "errors.throw", envelope("declared").replace(":1,", ":1,\"attempt\":2,"));

        assertThat(first.path("error").path("code").asInt()).isEqualTo(1404);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void sendsThemByTheReplyChannelToo() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"errors.throw\",\"params\":{\"what\":\"below\"}}");

        assertThat(server.centrifugo.nextPublished().toString())
                .contains(
                        "{\"correlation_id\":\"a\",\"error\":{\"code\":1404,\"name\":\"task_not_found\",\"message\":"
                                + "\"Gone for good.\",\"details\":{\"task_id\":\"8\",\"size\":1,\"fruit\":{\"name\":\"plum\"}}}}");
    }

    private String error(String method, String what) {
        return call(method, what).path("error").toString();
    }

    private JsonNode call(String method, String what) {
        return server.rpc("u" + calls++, method, envelope(what));
    }

    private static String envelope(String what) {
        return "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"" + what + "\"}}";
    }

    static Contract contract() {
        var text = new TypeRef.Scalar(ScalarKind.STRING);
        return new Contract(
                "t",
                Layout.PLAIN,
                Naming.SNAKE_CASE,
                Longs.NUMBER,
                List.of(method("errors.throw", Optional.empty()), method("errors.later", Optional.of(text))),
                List.of(
                        object("Params", member("what", "what", text)),
                        object("Fruit", member("name", "name", text)),
                        object(
                                "Details",
                                member("task_id", "taskId", text),
                                member("size", "size", new TypeRef.Scalar(ScalarKind.LONG)),
                                member("fruit", "fruit", new TypeRef.Named("Fruit")))),
                List.of(
                        error("TaskNotFoundError", "TaskNotFound", 1404, "task_not_found", "Details"),
                        error("LockedError", "Locked", 1409, "locked", null)));
    }

    private static RpcMethod method(String name, Optional<TypeRef> result) {
        return new RpcMethod(
                name,
                "x",
                "x",
                Optional.of(new TypeRef.Named("Params")),
                result,
                List.of("locked", "task_not_found"),
                Docs.NONE,
                Optional.empty(),
                RpcMethod.MethodOptions.DEFAULTS,
                Place.UNKNOWN);
    }

    static ErrorType error(
            String type, String javaName, int code, String name, @org.jspecify.annotations.Nullable String details) {
        return new ErrorType(
                type,
                OUTER + javaName,
                code,
                name,
                Optional.ofNullable(details).map(TypeRef.Named::new),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static ObjectType object(String name, Member... members) {
        return new ObjectType(name, OUTER + name, List.of(members), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static Member member(String name, String javaName, TypeRef type) {
        return new Member(name, javaName, type, true, Optional.empty(), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    /** Where contracts are found, each in a folder of its own. */
    static ClassLoader contracts(Path folder, Contract... contracts) throws IOException {
        var urls = new URL[contracts.length];
        for (int i = 0; i < contracts.length; i++) {
            var file = folder.resolve("module" + i).resolve(ContractJson.RESOURCE);
            Files.createDirectories(file.getParent());
            Files.writeString(file, ContractJson.write(contracts[i]));
            urls[i] = folder.resolve("module" + i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
