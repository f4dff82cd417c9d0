package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.internal.wire.WireError.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Java params and what is wrong with them.
 *
 * @param params of use only without violations
 */
public record BoundParams(@Nullable Object params, List<Violation> violations) {}
