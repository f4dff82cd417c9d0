package io.github.centrifugorpc.demo;

import java.util.Optional;

/**
 * Which tasks to list.
 *
 * @param status only those that are so far; all of them by default
 */
public record ListTasksParams(String userId, Optional<TaskStatus> status) {}
