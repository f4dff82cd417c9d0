package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Says what a Java type is on the wire, or why it cannot be there. */
final class TypeReader {

    private static final String PATCH = "io.github.centrifugorpc.Patch";

    private final Longs longs;
    private final TypeMappings mappings;
    private final Declarations declarations;
    private final TypeInfos typeInfos;
    private final TypeText text;
    private final ProblemSink problems;

    TypeReader(
            Longs longs,
            TypeMappings mappings,
            Declarations declarations,
            TypeInfos typeInfos,
            TypeText text,
            ProblemSink problems) {
        this.longs = longs;
        this.mappings = mappings;
        this.declarations = declarations;
        this.typeInfos = typeInfos;
        this.text = text;
        this.problems = problems;
    }

    /** Reads a whole type; empty when a problem was reported. */
    Optional<TypeRef> read(TypeMirror type, TypeMarks marks, Use use) {
        return read(type, "", marks, use);
    }

    /** Reads the type of a property, or what the project says of that very member; empty when a problem was reported. */
    Optional<TypeRef> read(Property property, Use use) {
        Optional<String> mapped = mappedName(property);
        return mapped.isPresent() ? mapped(mapped.get(), "", use) : read(property.type(), "", property.marks(), use);
    }

    /** Whether the project says what a member, or its type, is on the wire. */
    boolean isMapped(Property property) {
        return (property.type() instanceof DeclaredType && mappings.has(TypeText.qualified(property.type())))
                || mappedName(property).isPresent();
    }

    /** The member under the name of any class that declares it. */
    private Optional<String> mappedName(Property property) {
        return property.accessors().stream()
                .map(accessor -> accessor.owner().getQualifiedName() + "." + property.javaName())
                .filter(mappings::has)
                .findFirst();
    }

    private Optional<TypeRef> mapped(String name, String path, Use use) {
        Optional<TypeElement> other = mappings.typeInsteadOf(name);
        return other.isPresent()
                ? read(other.get().asType(), path, TypeMarks.NONE, use)
                : mappings.wireFormOf(name).map(this::withLongs);
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
        if (type instanceof TypeVariable variable
                && declarations.has(variable.asElement().getEnclosingElement())) {
            return Optional.of(
                    new TypeRef.Variable(variable.asElement().getSimpleName().toString()));
        }
        if (type instanceof WildcardType wildcard) {
            return refuse(type, use, "a wildcard, which leaves the type open", text.ofBound(wildcard));
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
        if (mappings.has(name)) {
            return mapped(name, path, use);
        }
        Optional<TypeRef> simple =
                ScalarTypes.ofClass(name).<TypeRef>map(TypeRef.Scalar::new).or(() -> AnyTypes.ofClass(name));
        if (simple.isPresent()) {
            return simple.map(this::withLongs);
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
        if (name.equals(PATCH)) {
            return patch(type, path, marks, use);
        }
        if (Containers.isList(name)) {
            return part(arguments.get(0), path + "0;", marks, use).map(TypeRef.ListOf::new);
        }
        if (Containers.isSet(name)) {
            return part(arguments.get(0), path + "0;", marks, use).map(TypeRef.SetOf::new);
        }
        if (Containers.isMap(name)) {
            return map(type, path, marks, use);
        }
        return ownType(type, element, path, marks, use);
    }

    private Optional<TypeRef> patch(DeclaredType type, String path, TypeMarks marks, Use use) {
        if (!path.isEmpty()) {
            return refuse(type, use, "a Patch inside another type", "Patch as the whole type of a member");
        }
        Optional<TypeRef> inner = part(type.getTypeArguments().get(0), path + "0;", marks, use);
        if (inner.filter(TypeRef.Nullable.class::isInstance).isPresent()) {
            return refuse(type, use, "a Patch of what may be null, and null is its Clear", "Patch of the value itself");
        }
        return inner.map(TypeRef.PatchOf::new);
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
        if (key.isPresent() && !isKey(key.get())) {
            problems.report(
                    ProblemId.UNSUPPORTED_KEY, use.place(), Map.of("what", use.what(), "type", text.of(keyType)));
            return Optional.empty();
        }
        return key.flatMap(k -> value.map(v -> new TypeRef.MapOf(asKey(k), v)));
    }

    private boolean isKey(TypeRef key) {
        if (key instanceof TypeRef.Scalar scalar) {
            return scalar.kind() == ScalarKind.LONG_STRING || ScalarTypes.isKey(scalar.kind());
        }
        return declarations.isEnum(key);
    }

    /** A key is text in any case; how plain longs travel does not matter to it. */
    private static TypeRef asKey(TypeRef key) {
        return key.equals(new TypeRef.Scalar(ScalarKind.LONG_STRING)) ? new TypeRef.Scalar(ScalarKind.LONG) : key;
    }

    private Optional<TypeRef> ownType(DeclaredType type, TypeElement element, String path, TypeMarks marks, Use use) {
        String name = element.getQualifiedName().toString();
        ElementKind kind = element.getKind();
        if (Replacements.isForeign(name)) {
            return refuse(type, use, "not among the types of a contract", Replacements.of(name));
        }
        if (typeInfos.isUnion(element)) {
            return union(type, element, use);
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
        if (kind == ElementKind.CLASS && typeInfos.isUnionAsWell(element)) {
            return refuse(
                    type,
                    use,
                    "a class that can be created itself and has subtypes as well, so it would be an object and a union",
                    "a sealed interface or an abstract class above it");
        }
        return arguments(type, path, marks, use)
                .map(arguments -> declarations.refer(element, arguments, use.direction()));
    }

    private Optional<TypeRef> union(DeclaredType type, TypeElement element, Use use) {
        if (!element.getTypeParameters().isEmpty()) {
            return refuse(
                    type,
                    use,
                    "a union with type parameters, which not every language can tell apart",
                    "a sealed interface without them for each use");
        }
        return Optional.of(declarations.refer(element, List.of(), use.direction()));
    }

    /** All arguments of a type, or nothing when one of them has no place in a contract. */
    private Optional<List<TypeRef>> arguments(DeclaredType type, String path, TypeMarks marks, Use use) {
        List<TypeRef> read = new ArrayList<>();
        int index = 0;
        for (TypeMirror argument : type.getTypeArguments()) {
            part(argument, path + index + ";", marks, use).ifPresent(read::add);
            index++;
        }
        return read.size() == index ? Optional.of(read) : Optional.empty();
    }

    /** A type inside another one, where only an annotation or an Optional makes room for null. */
    private Optional<TypeRef> part(TypeMirror type, String path, TypeMarks marks, Use use) {
        Optional<TypeRef> read = read(type, path, marks, use);
        return marks.isNullable(type, path) ? read.map(TypeReader::orNull) : read;
    }

    static TypeRef orNull(TypeRef type) {
        return type instanceof TypeRef.Nullable || type instanceof TypeRef.PatchOf ? type : new TypeRef.Nullable(type);
    }

    private TypeRef withLongs(TypeRef type) {
        return type instanceof TypeRef.Scalar plain ? scalar(plain.kind()) : type;
    }

    private TypeRef scalar(ScalarKind kind) {
        boolean isText = kind == ScalarKind.LONG && longs == Longs.STRING;
        return new TypeRef.Scalar(isText ? ScalarKind.LONG_STRING : kind);
    }

    private Optional<TypeRef> refuse(TypeMirror type, Use use, String reason, String replacement) {
        problems.report(
                ProblemId.UNSUPPORTED_TYPE,
                use.place(),
                Map.of("what", use.what(), "type", text.of(type), "reason", reason, "replacement", replacement));
        return Optional.empty();
    }
}
