package shapes;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The scanner refuses to read it, by name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyWritten {}
