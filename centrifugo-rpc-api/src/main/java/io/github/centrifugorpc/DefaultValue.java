package io.github.centrifugorpc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a member that a caller leaves out. SDKs know it, and the server fills it in.
 *
 * <pre>{@code
 * public record TaskStatsParams(String userId, @DefaultValue("false") boolean includeCompleted) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface DefaultValue {

    /** The value as text: {@code "10"}, {@code "false"}, {@code "OPEN"}, {@code "PT5M"}. */
    String value();
}
