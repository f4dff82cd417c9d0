package shapes;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The scanner refuses to write it, by name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyRead {}
