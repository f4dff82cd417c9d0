package shapes;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What is read is not what is written: the class itself changes it. */
@Retention(RetentionPolicy.RUNTIME)
public @interface ChangesValues {}
