package io.github.centrifugorpc.server;

import io.github.centrifugorpc.internal.centrifugo.CentrifugoApi;
import io.github.centrifugorpc.internal.centrifugo.PublishLane;
import io.github.centrifugorpc.internal.centrifugo.PublishLane.Terms;
import io.github.centrifugorpc.internal.centrifugo.ReplyPublisher;
import io.github.centrifugorpc.internal.dispatch.CallLog;
import io.github.centrifugorpc.internal.dispatch.Dispatcher;
import io.github.centrifugorpc.internal.dispatch.Dispatcher.CallLimits;
import io.github.centrifugorpc.internal.endpoint.CallTerms;
import io.github.centrifugorpc.internal.endpoint.Endpoints;
import io.github.centrifugorpc.internal.endpoint.HealthEndpoint;
import io.github.centrifugorpc.internal.endpoint.PlainHttpEndpoint;
import io.github.centrifugorpc.internal.endpoint.ProxyDoor;
import io.github.centrifugorpc.internal.endpoint.PublishEndpoint;
import io.github.centrifugorpc.internal.endpoint.PublishProxyEndpoint;
import io.github.centrifugorpc.internal.endpoint.ReplyJson;
import io.github.centrifugorpc.internal.endpoint.RpcEndpoint;
import io.github.centrifugorpc.internal.endpoint.SystemMethods;
import io.github.centrifugorpc.internal.endpoint.TokenVerifier;
import io.github.centrifugorpc.internal.endpoint.WrapperDoor;
import io.github.centrifugorpc.internal.http.HttpEngine;
import io.github.centrifugorpc.internal.http.HttpEngine.HttpListener;
import io.github.centrifugorpc.internal.http.HttpLimits;
import io.github.centrifugorpc.internal.http.NettyEngine;
import io.github.centrifugorpc.internal.once.MemoryOnceStore;
import io.github.centrifugorpc.internal.once.MemoryOnceStore.Limits;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.Problem;
import io.github.centrifugorpc.server.RpcServer.Options;
import io.github.centrifugorpc.server.spi.OnceStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a server while it listens, put together in one place. */
final class RunningServer {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    /** For answers that have been given and are not yet on the wire. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final HttpEngine engine;
    private final HttpListener listener;
    private final Dispatcher dispatcher;
    private final OnceStore store;
    private final List<PublishLane> lanes;
    private final Duration drainLimit;
    private boolean isClosed;

    private RunningServer(
            HttpEngine engine,
            HttpListener listener,
            Dispatcher dispatcher,
            OnceStore store,
            List<PublishLane> lanes,
            Duration drainLimit) {
        this.engine = engine;
        this.listener = listener;
        this.dispatcher = dispatcher;
        this.store = store;
        this.lanes = lanes;
        this.drainLimit = drainLimit;
    }

    static RunningServer start(Options options, MethodTable methods) {
        var config = options.config();
        var engine = new NettyEngine(HttpLimits.DEFAULTS);
        var apiUrl = config.centrifugoApiUrl().orElseThrow();
        var api = new CentrifugoApi(
                engine.origin(apiUrl),
                apiUrl.getRawPath(),
                config.centrifugoApiKey().orElseThrow(),
                methods.json());
        var replyLane = new PublishLane(api, Terms.REPLIES, engine.timer());
        var eventLane = new PublishLane(api, Terms.EVENTS, engine.timer());
        var publisher = new ReplyPublisher(replyLane);
        var json = new ReplyJson(methods, options.maxReplyBytes());
        var store = options.onceStore() == null
                ? new MemoryOnceStore(Limits.DEFAULTS, options.isSoleReplica(), engine.timer())
                : options.onceStore();
        var dispatcher = new Dispatcher(
                CallLimits.DEFAULTS, engine.timer(), new CallLog(config.logLevel(), config.logAllCalls()), store, json);
        var proxyDoor = new ProxyDoor(config.insecure() ? List.of() : config.proxySecrets());
        var wrapperDoor = new WrapperDoor(config.wrapperApiKey());
        var system = new SystemMethods(methods, ServerVersion.text(), dispatcher, json);
        var terms = new CallTerms(methods, options.developmentMode());
        var plainHttp = config.centrifugoTokenHmacSecret()
                .filter(secret -> options.plainHttp())
                .map(secret -> new PlainHttpEndpoint(
                        new TokenVerifier(secret, Clock.systemUTC()), methods, terms, dispatcher, json));
        var endpoints = new Endpoints(
                new RpcEndpoint(proxyDoor, methods, terms, dispatcher, system, json),
                new PublishProxyEndpoint(proxyDoor, methods, terms, dispatcher, system, publisher, json),
                new PublishEndpoint(wrapperDoor, methods, eventLane, json),
                new HealthEndpoint(wrapperDoor, methods, dispatcher, publisher, json),
                plainHttp,
                json);
        try {
            var listener = engine.listen(config.listen(), endpoints);
            LOG.info(
                    "The RPC server listens on {} and answers {} methods.",
                    listener.address(),
                    methods.all().size());
            if (config.insecure()) {
                LOG.warn("CENTRIFUGO_INSECURE is on: whoever reaches this port can claim to be any user.");
            }
            return new RunningServer(
                    engine, listener, dispatcher, store, List.of(replyLane, eventLane), options.drainLimit());
        } catch (IOException e) {
            dispatcher.drain(Duration.ZERO);
            store.close();
            engine.close();
            throw new RpcStartupException(
                    List.of(cannotListen(config.listen(), e).toString()));
        }
    }

    InetSocketAddress address() {
        return listener.address();
    }

    void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        long endNanos = System.nanoTime() + drainLimit.toNanos();
        dispatcher.stopAccepting();
        listener.stopAccepting();
        dispatcher.drain(drainLimit);
        store.close();
        for (var lane : lanes) {
            drain(lane, Duration.ofNanos(Math.max(0, endNanos - System.nanoTime())));
        }
        listener.awaitClosed(LAST_ANSWERS);
        engine.close();
        LOG.info("The RPC server has stopped.");
    }

    private static void drain(PublishLane lane, Duration limit) {
        try {
            if (!lane.awaitEmpty(limit)) {
                LOG.warn("Some publications had not reached Centrifugo when the server stopped; they are lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Problem cannotListen(InetSocketAddress address, IOException cause) {
        return new Problem(
                "CRPC-502",
                "Listening on " + address.getHostString() + ":" + address.getPort() + " failed: " + cause.getMessage()
                        + ".",
                "stop what uses the port, or set " + Setting.LISTEN.inBoth() + " or " + Setting.WRAPPER_URL.inBoth()
                        + " to another one.");
    }
}
