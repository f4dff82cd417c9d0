package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line for each call, and no more of it than needed. */
class CallLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.centrifugorpc.calls");
    private final LinkedBlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event);
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
    }

    @Test
    void hasALineForEachCallWithoutWhatWasSent() throws Exception {
        try (var server = server(config -> config)) {
            server.rpc(
                    "42",
                    "tasks.get_stats",
                    "{\"$rpc\":1,\"correlation_id\":\"a-1\",\"params\":{\"user_id\":\"hidden\"}}");
            server.rpc(
                    "42", "tasks.fail", "{\"$rpc\":1,\"correlation_id\":\"a-2\",\"params\":{\"what\":\"declared\"}}");
            server.rpc("42", "tasks.fail", "{\"$rpc\":1,\"correlation_id\":\"a-3\",\"params\":{\"what\":\"x\"}}");

            assertLine("INFO tasks.get_stats rpc user=42 client=c1 id=a-1 * ms ok");
            assertLine("WARN tasks.fail rpc user=42 client=c1 id=a-2 * ms 1404 task_not_found");
            assertLine("ERROR tasks.fail rpc user=42 client=c1 id=a-3 * ms 500 internal");
        }
    }

    @Test
    void hasOnlyFailuresWhereThatIsWanted() throws Exception {
        try (var server = server(config -> config.logAllCalls(false))) {
            server.rpc("42", "tasks.clear", "{\"$rpc\":1,\"correlation_id\":\"a-1\"}");
            server.rpc(
                    "42", "tasks.fail", "{\"$rpc\":1,\"correlation_id\":\"a-2\",\"params\":{\"what\":\"declared\"}}");

            assertLine("WARN tasks.fail rpc user=42 client=c1 id=a-2 * ms 1404 task_not_found");
        }
    }

    @Test
    void hasNothingBelowItsLevel() throws Exception {
        try (var server = server(config -> config.logLevel(Level.ERROR))) {
            server.rpc("42", "tasks.clear", "{\"$rpc\":1,\"correlation_id\":\"a-1\"}");
            server.rpc(
                    "42", "tasks.fail", "{\"$rpc\":1,\"correlation_id\":\"a-2\",\"params\":{\"what\":\"declared\"}}");
            server.rpc("42", "tasks.fail", "{\"$rpc\":1,\"correlation_id\":\"a-3\",\"params\":{\"what\":\"x\"}}");

            assertLine("ERROR tasks.fail rpc user=42 client=c1 id=a-3 * ms 500 internal");
        }
    }

    private static TestServer server(UnaryOperator<CentrifugoConfig.Builder> settings) {
        return new TestServer(builder -> builder.config(settings.apply(CentrifugoConfig.builder()
                        .centrifugoApiUrl("http://localhost:8000")
                        .centrifugoApiKey("k")
                        .proxySecret(TestServer.PROXY_SECRET)
                        .listen("127.0.0.1:0"))
                .build()));
    }

    private void assertLine(String expected) throws InterruptedException {
        var line = lines.poll(10, TimeUnit.SECONDS);
        assertThat(line).isNotNull();
        assertThat((line.getLevel() + " " + line.getFormattedMessage()).replaceAll(" [0-9.]+ ms ", " * ms "))
                .isEqualTo(expected);
    }
}
