package io.github.centrifugorpc.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something to do.
 *
 * @param due the last day for it, if there is one
 * @param budget what it may cost
 */
public record Task(
        UUID id,
        String title,
        TaskStatus status,
        Instant createdAt,
        Optional<LocalDate> due,
        Duration effort,
        BigDecimal budget,
        Set<String> tags) {

    Task completed() {
        return new Task(id, title, TaskStatus.COMPLETED, createdAt, due, effort, budget, tags);
    }
}
