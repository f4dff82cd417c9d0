package io.github.centrifugorpc.it.container;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Redis from the image {@code redis:7}, which keeps all that it was told until it is stopped. */
public final class RedisContainer extends GenericContainer<RedisContainer> {
    private static final int PORT = 6379;

    /** A Redis for the servers of this machine. */
    public RedisContainer() {
        super(Image.REDIS.dockerName());
        withExposedPorts(PORT);
        withCommand("redis-server", "--protected-mode", "no", "--bind", "*", "-::*", "--save", "");
        waitingFor(Wait.forListeningPort());
    }

    /** Where servers of this machine connect. */
    public String address() {
        return "redis://" + getHost() + ":" + getMappedPort(PORT);
    }
}
