package io.github.centrifugorpc.demo;

import io.github.centrifugorpc.DefaultValue;

// region params
public record TaskStatsParams(String userId, @DefaultValue("false") boolean includeCompleted) {}
// endregion
