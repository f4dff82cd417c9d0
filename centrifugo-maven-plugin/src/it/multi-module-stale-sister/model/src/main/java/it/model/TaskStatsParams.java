package it.model;

import io.github.centrifugorpc.DefaultValue;

/**
 * Which tasks to count.
 *
 * @param userId whose tasks
 */
public record TaskStatsParams(String userId, @DefaultValue("false") boolean includeCompleted, Owner owner) {}
