package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Says what a Java type is on the wire, or why it cannot be there. */
final class TypeReader {

    private static final Set<String> LISTS = Set.of(
            "java.lang.Iterable",
            "java.util.Collection",
            "java.util.List",
            "java.util.ArrayList",
            "java.util.LinkedList");

    private static final Set<String> SETS = Set.of(
            "java.util.Set",
            "java.util.SequencedSet",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.SortedSet",
            "java.util.NavigableSet",
            "java.util.TreeSet",
            "java.util.EnumSet");

    private static final Set<String> MAPS = Set.of(
            "java.util.Map",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.SortedMap",
            "java.util.NavigableMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.ConcurrentHashMap");

    private final ScanRequest.Settings settings;
    private final Declarations declarations;
    private final TypeText text;
    private final ProblemSink problems;

    TypeReader(ScanRequest.Settings settings, Declarations declarations, TypeText text, ProblemSink problems) {
        this.settings = settings;
        this.declarations = declarations;
        this.text = text;
        this.problems = problems;
    }

    /** Reads a whole type; empty when a problem was reported. */
    Optional<TypeRef> read(TypeMirror type, TypeMarks marks, Use use) {
        return read(type, "", marks, use);
    }

    /** Whether the project says what a type is on the wire. */
    boolean isMapped(TypeMirror type) {
        return type instanceof DeclaredType declared
                && settings.typeMappings()
                        .containsKey(((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .toString());
    }

    private Optional<TypeRef> read(TypeMirror type, String path, TypeMarks marks, Use use) {
        Optional<ScalarKind> primitive = ScalarTypes.ofPrimitive(type.getKind());
        if (primitive.isPresent()) {
            return primitive.map(this::scalar);
        }
        if (type.getKind() == TypeKind.ERROR) {
            problems.report(ProblemId.UNRESOLVED_TYPE, use.place(), Map.of("what", use.what(), "type", text.of(type)));
            return Optional.empty();
        }
        if (type instanceof ArrayType array) {
            return array(array, path, marks, use);
        }
        if (type instanceof DeclaredType declared) {
            return declared(declared, path, marks, use);
        }
        return refuse(type, use, "not one fixed type", "one concrete type");
    }

    private Optional<TypeRef> array(ArrayType array, String path, TypeMarks marks, Use use) {
        TypeKind element = array.getComponentType().getKind();
        if (element == TypeKind.BYTE) {
            return Optional.of(new TypeRef.Scalar(ScalarKind.BYTES));
        }
        if (element == TypeKind.CHAR) {
            return refuse(array, use, "an array that Jackson writes as text", "String");
        }
        return part(array.getComponentType(), path + "[", marks, use).map(TypeRef.ListOf::new);
    }

    private Optional<TypeRef> declared(DeclaredType type, String path, TypeMarks marks, Use use) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        Optional<ScalarKind> scalar =
                Optional.ofNullable(settings.typeMappings().get(name)).or(() -> ScalarTypes.ofClass(name));
        if (scalar.isPresent()) {
            return scalar.map(this::scalar);
        }
        Optional<ScalarKind> optional = ScalarTypes.ofOptional(name);
        if (optional.isPresent()) {
            return optional.map(this::scalar).map(TypeRef.Nullable::new);
        }
        if (arguments.isEmpty() && !element.getTypeParameters().isEmpty()) {
            return refuse(type, use, "a raw type", "it with its type arguments");
        }
        if (name.equals("java.util.Optional")) {
            return optional(arguments.get(0), path + "0;", marks, use);
        }
        if (LISTS.contains(name)) {
            return part(arguments.get(0), path + "0;", marks, use).map(TypeRef.ListOf::new);
        }
        if (SETS.contains(name)) {
            return part(arguments.get(0), path + "0;", marks, use).map(TypeRef.SetOf::new);
        }
        if (MAPS.contains(name)) {
            return map(type, path, marks, use);
        }
        return ownType(type, element, use);
    }

    private Optional<TypeRef> optional(TypeMirror held, String path, TypeMarks marks, Use use) {
        Optional<TypeRef> inner = part(held, path, marks, use);
        if (inner.filter(TypeRef.Nullable.class::isInstance).isPresent()) {
            return refuse(held, use, "optional twice, which JSON cannot tell from once", "one Optional");
        }
        return inner.map(TypeRef.Nullable::new);
    }

    private Optional<TypeRef> map(DeclaredType type, String path, TypeMarks marks, Use use) {
        TypeMirror keyType = type.getTypeArguments().get(0);
        Optional<TypeRef> key = read(keyType, path + "0;", marks, use);
        Optional<TypeRef> value = part(type.getTypeArguments().get(1), path + "1;", marks, use);
        if (key.isPresent() && !isKey(key.get(), keyType)) {
            problems.report(
                    ProblemId.UNSUPPORTED_KEY, use.place(), Map.of("what", use.what(), "type", text.of(keyType)));
            return Optional.empty();
        }
        return key.flatMap(k -> value.map(v -> new TypeRef.MapOf(asKey(k), v)));
    }

    private static boolean isKey(TypeRef key, TypeMirror type) {
        if (key instanceof TypeRef.Scalar scalar) {
            return scalar.kind() == ScalarKind.LONG_STRING || ScalarTypes.isKey(scalar.kind());
        }
        return key instanceof TypeRef.Named && ((DeclaredType) type).asElement().getKind() == ElementKind.ENUM;
    }

    /** A key is text in any case; how plain longs travel does not matter to it. */
    private static TypeRef asKey(TypeRef key) {
        return key.equals(new TypeRef.Scalar(ScalarKind.LONG_STRING)) ? new TypeRef.Scalar(ScalarKind.LONG) : key;
    }

    private Optional<TypeRef> ownType(DeclaredType type, TypeElement element, Use use) {
        String name = element.getQualifiedName().toString();
        ElementKind kind = element.getKind();
        if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("com.fasterxml.jackson.")) {
            return refuse(type, use, "not among the types of a contract", Replacements.of(name));
        }
        if (!type.getTypeArguments().isEmpty()) {
            return refuse(type, use, "a generic type", "a record of its own for each use");
        }
        if (kind == ElementKind.INTERFACE && element.getModifiers().contains(Modifier.SEALED)) {
            return refuse(type, use, "a sealed interface", "one record with an enum that tells the cases apart");
        }
        if (kind != ElementKind.ENUM && kind != ElementKind.RECORD && kind != ElementKind.CLASS) {
            return refuse(type, use, "an interface, which does not say what travels", Replacements.of(name));
        }
        if (element.getNestingKind() == NestingKind.MEMBER
                && kind == ElementKind.CLASS
                && !element.getModifiers().contains(Modifier.STATIC)) {
            return refuse(type, use, "an inner class, which nobody can create from JSON", "a static nested class");
        }
        if (kind == ElementKind.CLASS && element.getModifiers().contains(Modifier.ABSTRACT)) {
            return refuse(type, use, "an abstract class, which does not say what travels", "a concrete class");
        }
        return Optional.of(declarations.refer(element, use.direction()));
    }

    /** A type inside another one, where only an annotation or an Optional makes room for null. */
    private Optional<TypeRef> part(TypeMirror type, String path, TypeMarks marks, Use use) {
        Optional<TypeRef> read = read(type, path, marks, use);
        return marks.isNullable(type, path) ? read.map(TypeReader::orNull) : read;
    }

    static TypeRef orNull(TypeRef type) {
        return type instanceof TypeRef.Nullable ? type : new TypeRef.Nullable(type);
    }

    private TypeRef scalar(ScalarKind kind) {
        boolean asText = kind == ScalarKind.LONG && settings.longs() == Longs.STRING;
        return new TypeRef.Scalar(asText ? ScalarKind.LONG_STRING : kind);
    }

    private Optional<TypeRef> refuse(TypeMirror type, Use use, String reason, String replacement) {
        problems.report(
                ProblemId.UNSUPPORTED_TYPE,
                use.place(),
                Map.of("what", use.what(), "type", text.of(type), "reason", reason, "replacement", replacement));
        return Optional.empty();
    }
}
