package io.github.centrifugorpc.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a thread, on Javas with virtual ones and without (wire W13). */
class HandlerThreadsTest {

    private static final int CALLS = 256;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final LinkedBlockingQueue<String> ran = new LinkedBlockingQueue<>();
    private HandlerThreads threads = HandlerThreads.pooled();

    @AfterEach
    void stop() {
        gate.countDown();
        threads.shutdown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneAccountsSlowTasksLeaveThreadsToOthers(boolean isPooled) throws InterruptedException {
        threads.shutdown();
        threads = isPooled ? HandlerThreads.pooled() : HandlerThreads.create();
        var slow = new AtomicInteger();
        for (int i = 0; i < CALLS; i++) {
            threads.execute("eve", () -> {
                await();
                slow.incrementAndGet();
                ran.add("eve");
            });
        }

        for (int i = 0; i < CALLS; i++) {
            threads.execute("ada", () -> ran.add("ada"));
        }

        for (int i = 0; i < CALLS; i++) {
            assertThat(ran.poll(20, TimeUnit.SECONDS)).isEqualTo("ada");
        }
        assertThat(slow).hasValue(0);
        gate.countDown();
        for (int i = 0; i < CALLS; i++) {
            assertThat(ran.poll(20, TimeUnit.SECONDS)).isEqualTo("eve");
        }
        assertThat(slow).hasValue(CALLS);
    }

    @Test
    void goesOnAfterATaskThatFails() throws InterruptedException {
        for (int i = 0; i < CALLS; i++) {
            threads.execute("ada", () -> {
                ran.add("ada");
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                throw new IllegalStateException("as handlers do that are not caught");
            });
        }

        for (int i = 0; i < CALLS; i++) {
            assertThat(ran.poll(20, TimeUnit.SECONDS)).isEqualTo("ada");
        }
    }

    @Test
    void takesNothingWhenItIsShutDown() {
        threads.shutdown();

        assertThatThrownBy(() -> threads.execute("ada", () -> ran.add("ada")))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(ran).isEmpty();
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
