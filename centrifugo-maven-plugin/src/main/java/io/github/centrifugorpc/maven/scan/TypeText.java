package io.github.centrifugorpc.maven.scan;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as messages print them; javac's own text differs from one JDK to the next. */
final class TypeText {

    private final JavaModel model;

    TypeText(JavaModel model) {
        this.model = model;
    }

    String of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared) {
            String arguments =
                    declared.getTypeArguments().stream().map(this::of).collect(joining(", "));
            return name((TypeElement) declared.asElement()) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        }
        if (type instanceof TypeVariable variable) {
            return variable.asElement().getSimpleName().toString();
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard);
        }
        return type.getKind().toString().toLowerCase(Locale.ROOT);
    }

    /** Short for what the project or the language owns, in full for what is foreign. */
    String name(TypeElement type) {
        String qualified = type.getQualifiedName().toString();
        boolean isFamiliar = type.asType().getKind() == TypeKind.ERROR
                || model.isFromSource(type)
                || qualified.matches("java\\.lang\\.\\w+")
                || qualified.matches("java\\.util\\.(List|Set|Map|Optional)");
        return isFamiliar ? type.getSimpleName().toString() : qualified;
    }

    /** The qualified name of a class, without its arguments; the word for a primitive. */
    static String qualified(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.getKind().toString().toLowerCase(Locale.ROOT);
    }

    /** What may stand for a wildcard. */
    String ofBound(WildcardType wildcard) {
        TypeMirror upper = wildcard.getExtendsBound();
        TypeMirror bound = upper == null ? wildcard.getSuperBound() : upper;
        return bound == null ? "Object, or the type that is meant" : of(bound);
    }

    private String of(WildcardType wildcard) {
        if (wildcard.getExtendsBound() != null) {
            return "? extends " + of(wildcard.getExtendsBound());
        }
        return wildcard.getSuperBound() != null ? "? super " + of(wildcard.getSuperBound()) : "?";
    }
}
