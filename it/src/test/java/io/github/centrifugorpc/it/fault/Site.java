package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.container.CentrifugoContainer;
import io.github.centrifugorpc.it.container.FreePort;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.scenario.ScenarioServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Centrifugo and servers, with a faulty wire on each way between clients, Centrifugo and servers. */
final class Site implements AutoCloseable {
    private final Ledger ledger = new Ledger();
    private final CentrifugoContainer centrifugo;
    private final FaultyWire clientWire;
    private final FaultyWire proxyWire;
    private final FaultyWire apiWire;
    private final List<ScenarioServer> servers;

    private Site(Layout layout) {
        int serverPort = FreePort.find();
        proxyWire = new FaultyWire(List.of(serverPort));
        centrifugo = new CentrifugoContainer(layout, proxyWire.port());
        clientWire = new FaultyWire(List.of(centrifugo.hostPort()));
        apiWire = new FaultyWire(List.of(centrifugo.hostPort()));
        URI api = URI.create("http://localhost:" + apiWire.port() + "/api");
        servers = List.of(new ScenarioServer(
                layout, serverPort, api, Map.of("FAULT_LEDGER", ledger.url(), "SOLE_REPLICA", "true")));
    }

    /** Starts one server, which vouches for what it never saw, and Centrifugo. */
    static Site start(Layout layout) {
        Site site = new Site(layout);
        try {
            site.centrifugo.start();
            site.servers.forEach(ScenarioServer::start);
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
        return site;
    }

    /** Between the clients and Centrifugo. */
    FaultyWire clientWire() {
        return clientWire;
    }

    /** Between Centrifugo and the servers, which it asks. */
    FaultyWire proxyWire() {
        return proxyWire;
    }

    /** Between the servers and Centrifugo, whose API publishes replies. */
    FaultyWire apiWire() {
        return apiWire;
    }

    CentrifugoContainer centrifugo() {
        return centrifugo;
    }

    /** The only server, or the first of several. */
    ScenarioServer server() {
        return servers.get(0);
    }

    Ledger ledger() {
        return ledger;
    }

    /** Where clients in containers connect. */
    String urlInContainers() {
        return "ws://host.docker.internal:" + clientWire.port() + "/connection/websocket";
    }

    /** Everything works again. */
    void heal() {
        wires().forEach(FaultyWire::heal);
        servers.stream().filter(server -> !server.isStarted()).forEach(ScenarioServer::start);
    }

    /** What servers and Centrifugo wrote, for the report of a failure. */
    String log() {
        StringBuilder log = new StringBuilder();
        servers.forEach(server -> log.append("server:\n").append(server.log()).append('\n'));
        return log.append("Centrifugo:\n").append(centrifugo.getLogs()).toString();
    }

    @Override
    public void close() {
        wires().forEach(FaultyWire::close);
        servers.forEach(ScenarioServer::kill);
        centrifugo.stop();
        ledger.close();
    }

    private Stream<FaultyWire> wires() {
        return Stream.of(clientWire, proxyWire, apiWire);
    }
}
