package io.github.centrifugorpc.demo;

// region result
public record TaskStatsResult(int total, int completed, int pending) {}
// endregion
