package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.WebsocketRpc;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An annotated method of a handler, not yet looked at closely. */
record HandlerCandidate(Object handler, Method method, WebsocketRpc annotation) {

    /** The annotated methods of an object's class and its superclasses, by wire name. */
    static List<HandlerCandidate> in(Object handler) {
        Map<String, HandlerCandidate> bySignature = new LinkedHashMap<>();
        for (Class<?> type = handler.getClass(); type != null; type = type.getSuperclass()) {
            for (var method : type.getDeclaredMethods()) {
                var annotation = method.getAnnotation(WebsocketRpc.class);
                if (annotation != null && !method.isBridge()) {
                    // An overriding method hides the one it overrides.
                    var signature = method.getName() + Arrays.toString(method.getParameterTypes());
                    bySignature.putIfAbsent(signature, new HandlerCandidate(handler, method, annotation));
                }
            }
        }
        return bySignature.values().stream()
                .sorted(Comparator.comparing(HandlerCandidate::name).thenComparing(HandlerCandidate::toString))
                .toList();
    }

    /** The wire name. */
    String name() {
        return annotation.value();
    }

    /** Class and method, as people read it. */
    @Override
    public String toString() {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
