package it.model;

public record TaskStatsParams(String userId) {}
