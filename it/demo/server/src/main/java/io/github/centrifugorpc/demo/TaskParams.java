package io.github.centrifugorpc.demo;

import java.util.UUID;

// region params
/** One task of one user. */
public record TaskParams(String userId, UUID id) {}
// endregion
