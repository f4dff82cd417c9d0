package io.github.centrifugorpc.maven.scan;

import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Which fields and methods Jackson takes without being asked: its defaults, and {@code @JsonAutoDetect}. */
final class Visibility {

    private static final String AUTO_DETECT = "com.fasterxml.jackson.annotation.JsonAutoDetect";

    private static final Map<String, String> DEFAULTS = Map.of(
            "fieldVisibility", "PUBLIC_ONLY",
            "getterVisibility", "PUBLIC_ONLY",
            "isGetterVisibility", "PUBLIC_ONLY",
            "setterVisibility", "ANY",
            "creatorVisibility", "ANY");

    private final Annotations ofClass;

    Visibility(Annotations ofClass) {
        this.ofClass = ofClass;
    }

    boolean ofField(Element field) {
        return isVisible(field, "fieldVisibility");
    }

    boolean ofGetter(Element getter) {
        return isVisible(getter, "getterVisibility");
    }

    boolean ofIsGetter(Element getter) {
        return isVisible(getter, "isGetterVisibility");
    }

    boolean ofSetter(Element setter) {
        return isVisible(setter, "setterVisibility");
    }

    boolean ofCreator(Element creator) {
        return isVisible(creator, "creatorVisibility");
    }

    private boolean isVisible(Element element, String member) {
        Set<Modifier> modifiers = element.getModifiers();
        return switch (level(member)) {
            case "ANY" -> true;
            case "NON_PRIVATE" -> !modifiers.contains(Modifier.PRIVATE);
            case "PROTECTED_AND_PUBLIC" ->
                modifiers.contains(Modifier.PROTECTED) || modifiers.contains(Modifier.PUBLIC);
            case "NONE" -> false;
            default -> modifiers.contains(Modifier.PUBLIC);
        };
    }

    private String level(String member) {
        return ofClass.find(AUTO_DETECT)
                .map(written -> Annotations.constant(written, member))
                .flatMap(level -> level.filter(found -> !found.equals("DEFAULT")))
                .orElseGet(() -> DEFAULTS.getOrDefault(member, "PUBLIC_ONLY"));
    }
}
