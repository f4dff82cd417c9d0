package io.github.centrifugorpc.demo;

import io.github.centrifugorpc.DefaultValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

// region params
/**
 * A task to be.
 *
 * @param userId whose list it joins
 * @param due the last day for it, if there is one
 */
public record CreateTaskParams(
        String userId,
        String title,
        Optional<LocalDate> due,
        @DefaultValue("PT1H") Duration effort,
        @DefaultValue("0.00") BigDecimal budget,
        Set<String> tags) {}
// endregion
