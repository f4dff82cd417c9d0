package io.github.centrifugorpc.internal.validate;

import jakarta.validation.MessageInterpolator;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The messages of constraints in one language, whatever the machine's is, and without the value that was sent. */
record ConstraintMessages(MessageInterpolator provided) implements MessageInterpolator {

    private static final int MOST_CHARACTERS = 200;
    private static final Pattern UNRESOLVED = Pattern.compile("\\{[\\w.$]+}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    @Override
    public String interpolate(String template, Context context) {
        return provided.interpolate(template, withoutValue(context), Locale.ENGLISH);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return interpolate(template, context);
    }

    /** The same in all that a provider may know of it, but for the value. */
    private static Context withoutValue(Context context) {
        var types = new LinkedHashSet<Class<?>>(Set.of(Context.class));
        for (Class<?> type = context.getClass(); type != null; type = type.getSuperclass()) {
            types.addAll(Set.of(type.getInterfaces()));
        }
        return (Context) Proxy.newProxyInstance(
                context.getClass().getClassLoader(), types.toArray(Class<?>[]::new), (self, method, arguments) -> {
                    if (method.getName().equals("getValidatedValue")) {
                        return "the value";
                    }
                    try {
                        return method.invoke(context, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /** On one line, not too long, and never the key of a text that nobody wrote. */
    static String presentable(String message, Class<? extends Annotation> constraint) {
        if (UNRESOLVED.matcher(message).matches()) {
            return "must satisfy " + constraint.getSimpleName();
        }
        var line = CONTROL.matcher(message).replaceAll(" ");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }
}
