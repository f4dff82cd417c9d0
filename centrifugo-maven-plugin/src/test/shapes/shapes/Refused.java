package shapes;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The scanner refuses it in both directions, by name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Refused {}
