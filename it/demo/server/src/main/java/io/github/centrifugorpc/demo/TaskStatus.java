package io.github.centrifugorpc.demo;

/** How far a task is. */
public enum TaskStatus {
    /** Waiting for somebody. */
    OPEN,
    /** Somebody is at it. */
    STARTED,
    /** Nothing is left to do. */
    COMPLETED
}
