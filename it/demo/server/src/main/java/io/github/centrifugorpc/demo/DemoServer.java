package io.github.centrifugorpc.demo;

import io.github.centrifugorpc.server.CentrifugoConfig;
import io.github.centrifugorpc.server.RpcServer;

/** Starts the sample server as its environment says. */
public final class DemoServer {

    private DemoServer() {}

    public static void main(String[] args) throws InterruptedException {
        // region server
        RpcServer server = RpcServer.builder()
                .config(CentrifugoConfig.fromEnvironment())
                .handlers(new TaskHandlers(), new ServerHandlers())
                .plainHttp(true)
                .build()
                .start();
        // endregion
        // region stop
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        // endregion
        Thread.currentThread().join();
    }
}
