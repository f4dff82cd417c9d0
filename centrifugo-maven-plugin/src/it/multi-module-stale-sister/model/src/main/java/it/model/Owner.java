package it.model;

/** Who owns a task. */
public record Owner(String name) {}
