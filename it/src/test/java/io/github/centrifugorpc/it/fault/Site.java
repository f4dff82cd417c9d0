package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.container.CentrifugoContainer;
import io.github.centrifugorpc.it.container.FreePort;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.container.RedisContainer;
import io.github.centrifugorpc.it.scenario.ScenarioServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Centrifugo and servers, with a faulty wire on each way between clients, Centrifugo and servers. */
final class Site implements AutoCloseable {
    private final Ledger ledger = new Ledger();
    private final CentrifugoContainer centrifugo;
    private final FaultyWire clientWire;
    private final FaultyWire proxyWire;
    private final FaultyWire apiWire;
    private final Runnable end;
    private final List<Integer> ports;
    private final List<ScenarioServer> servers;

    private Site(Layout layout, int replicas, Map<String, String> settings, Runnable end) {
        this.end = end;
        ports = IntStream.range(0, replicas).mapToObj(number -> FreePort.find()).toList();
        proxyWire = new FaultyWire(ports);
        centrifugo = new CentrifugoContainer(layout, proxyWire.port());
        // A connection that has vanished is noticed sooner than by Centrifugo's own 25 s.
        centrifugo.withEnv("CENTRIFUGO_CLIENT_PING_INTERVAL", "10s");
        centrifugo.withEnv("CENTRIFUGO_CLIENT_PONG_TIMEOUT", "4s");
        clientWire = new FaultyWire(List.of(centrifugo.hostPort()));
        apiWire = new FaultyWire(List.of(centrifugo.hostPort()));
        URI api = URI.create("http://localhost:" + apiWire.port() + "/api");
        servers = ports.stream()
                .map(port -> new ScenarioServer(layout, port, api, environmentOf(port, settings)))
                .toList();
    }

    /** Starts Centrifugo and one server, which vouches for what it never saw. */
    static Site start(Layout layout) {
        return start(new Site(layout, 1, Map.of("SOLE_REPLICA", "true"), () -> {}));
    }

    /** Starts Centrifugo and three servers behind a balancer, which share in Redis what they have run. */
    static Site startReplicas(Layout layout) {
        RedisContainer redis = new RedisContainer();
        redis.start();
        return start(new Site(layout, 3, Map.of("ONCE_STORE", redis.address()), redis::stop));
    }

    private static Site start(Site site) {
        try {
            site.centrifugo.start();
            site.servers.forEach(ScenarioServer::start);
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
        return site;
    }

    private Map<String, String> environmentOf(int port, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("FAULT_LEDGER", ledger.url() + "/" + port);
        return environment;
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

    /** All of them. */
    List<ScenarioServer> servers() {
        return servers;
    }

    /** The server that ran the call, or the last of them. */
    ScenarioServer serverOf(FaultyCall call) {
        return servers.get(ports.indexOf(ledger.portOf(call.token())));
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
        end.run();
    }

    private Stream<FaultyWire> wires() {
        return Stream.of(clientWire, proxyWire, apiWire);
    }
}
