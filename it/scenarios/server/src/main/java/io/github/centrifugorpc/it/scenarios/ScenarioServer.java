package io.github.centrifugorpc.it.scenarios;

import io.github.centrifugorpc.it.scenarios.library.LibraryModels;
import io.github.centrifugorpc.it.scenarios.wire.WireAny;
import io.github.centrifugorpc.it.scenarios.wire.WireCollections;
import io.github.centrifugorpc.it.scenarios.wire.WireConstraints;
import io.github.centrifugorpc.it.scenarios.wire.WireEnums;
import io.github.centrifugorpc.it.scenarios.wire.WireGenerics;
import io.github.centrifugorpc.it.scenarios.wire.WireObjects;
import io.github.centrifugorpc.it.scenarios.wire.WireOpen;
import io.github.centrifugorpc.it.scenarios.wire.WirePatches;
import io.github.centrifugorpc.it.scenarios.wire.WirePresence;
import io.github.centrifugorpc.it.scenarios.wire.WireScalars;
import io.github.centrifugorpc.it.scenarios.wire.WireTexts;
import io.github.centrifugorpc.it.scenarios.wire.WireTimes;
import io.github.centrifugorpc.it.scenarios.wire.WireUnions;
import io.github.centrifugorpc.redis.RedisOnceStore;
import io.github.centrifugorpc.server.CentrifugoConfig;
import io.github.centrifugorpc.server.RpcServer;
import java.time.Duration;

/** Starts the server that the scenarios call, configured by its environment, and says when it listens. */
public final class ScenarioServer {

    private ScenarioServer() {}

    public static void main(String[] args) throws InterruptedException {
        var builder = RpcServer.builder()
                .config(CentrifugoConfig.fromEnvironment())
                .handlers(new EchoHandlers(), new ErrorHandlers(), new CallHandlers(), new CapacityHandlers())
                .handlers(new FaultHandlers(System.getenv("FAULT_LEDGER")))
                .handlers(new LibraryModels())
                .handlers(
                        new WireScalars(),
                        new WireTimes(),
                        new WireCollections(),
                        new WireObjects(),
                        new WirePresence(),
                        new WireTexts(),
                        new WireEnums(),
                        new WireUnions(),
                        new WireGenerics(),
                        new WireAny(),
                        new WirePatches(),
                        new WireOpen(),
                        new WireConstraints());
        if (Boolean.parseBoolean(System.getenv("SOLE_REPLICA"))) {
            builder.soleReplica();
        }
        String onceStore = System.getenv("ONCE_STORE");
        if (onceStore != null) {
            // Tests wait for the claims of servers that they kill.
            var lease = Duration.ofSeconds(4);
            builder.onceStore(
                    RedisOnceStore.builder(onceStore).lease(lease).connect());
        }
        var server = builder.build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        System.out.println("READY");
        Thread.currentThread().join();
    }
}
