package io.github.centrifugorpc.maven.scan;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import io.github.centrifugorpc.contract.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager;
import org.jspecify.annotations.Nullable;

/** Javac's model of a project, with the questions that a scan asks of it. */
final class JavaModel {

    private final Elements elements;
    private final Types types;
    private final DocTrees trees;
    private final Places places;
    private final DocReader docs;
    private final JavaFileManager files;
    private final Set<? extends Element> roots;
    private final Set<Path> handlerFiles;
    private final Map<TypeElement, ClassFileMarks> classFiles = new HashMap<>();
    private final Map<Element, Optional<TreePath>> paths = new HashMap<>();
    private final Map<Element, Optional<DocCommentTree>> comments = new HashMap<>();

    JavaModel(
            ScanRequest request,
            ProcessingEnvironment environment,
            JavaFileManager files,
            Set<? extends Element> roots,
            Set<Path> handlerFiles) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.trees = DocTrees.instance(environment);
        this.places = new Places(request.baseDirectory());
        this.docs = new DocReader(trees);
        this.files = files;
        this.roots = roots;
        this.handlerFiles = handlerFiles;
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    /** The classes of the files that handlers are looked for in, nested ones too. */
    List<TypeElement> handlerCandidates() {
        return ElementFilter.typesIn(roots).stream()
                .filter(this::isInHandlerFile)
                .flatMap(JavaModel::withNested)
                .toList();
    }

    /** Whether a type is of a class or below it, whatever its type arguments. */
    boolean isA(TypeMirror type, String qualifiedName) {
        TypeMirror wanted = elements.getTypeElement(qualifiedName).asType();
        return types.isAssignable(types.erasure(type), types.erasure(wanted));
    }

    /** A type seen as a class above it, with the type arguments of that. */
    Optional<DeclaredType> supertype(TypeMirror type, String qualifiedName) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(qualifiedName)) {
            return Optional.of(declared);
        }
        return types.directSupertypes(type).stream()
                .flatMap(above -> supertype(above, qualifiedName).stream())
                .findFirst();
    }

    /** A class by its binary name. */
    Optional<TypeElement> type(String binaryName) {
        TypeElement exact = elements.getTypeElement(binaryName);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(elements.getTypeElement(binaryName.replace('$', '.')));
    }

    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /** A method's name and descriptor, as class files spell them: {@code put(Ljava/lang/String;I)V}. */
    String signature(ExecutableElement method) {
        return method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> descriptor(parameter.asType()))
                        .collect(joining("", "(", ")"))
                + descriptor(method.getReturnType());
    }

    private String descriptor(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        if (erased instanceof ArrayType array) {
            return "[" + descriptor(array.getComponentType());
        }
        if (erased instanceof DeclaredType declared) {
            return "L" + binaryName((TypeElement) declared.asElement()).replace('.', '/') + ";";
        }
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case CHAR -> "C";
            default -> "V";
        };
    }

    boolean isFromSource(Element element) {
        return pathOf(outermost(element)) != null;
    }

    /** The doc comment of an element, as it stands in its source. */
    Optional<DocCommentTree> docComment(Element element) {
        return comments.computeIfAbsent(
                element, read -> Optional.ofNullable(pathOf(read)).map(trees::getDocCommentTree));
    }

    /** Where an element stands; javac goes through the whole file to find it, so each is looked for once. */
    private @Nullable TreePath pathOf(Element element) {
        return paths.computeIfAbsent(element, read -> Optional.ofNullable(trees.getPath(read)))
                .orElse(null);
    }

    DocReader docReader() {
        return docs;
    }

    /**
     * What a field or a method without parameters gives for each constant of an enum, by the constants' names; those for
     * which it cannot be told are not there.
     */
    Map<String, Object> enumValues(TypeElement type, String accessor) {
        TreePath path = pathOf(type);
        return path == null
                ? EnumClassFile.read(files, binaryName(type)).values(accessor)
                : new EnumSource((ClassTree) path.getLeaf(), tree -> constant(new TreePath(path, tree)))
                        .values(accessor);
    }

    private Optional<Object> constant(TreePath path) {
        return trees.getElement(path) instanceof VariableElement variable
                ? Optional.ofNullable(variable.getConstantValue())
                : Optional.empty();
    }

    /**
     * The annotations on the types of a class's members that javac loses: all those of class files, and of generic sources
     * those that are gone once a type argument is put in.
     */
    ClassFileMarks classFile(TypeElement type) {
        return classFiles.computeIfAbsent(type, read -> {
            if (!isFromSource(read)) {
                return ClassFileMarks.read(files, binaryName(read));
            }
            return read.getTypeParameters().isEmpty()
                    ? ClassFileMarks.NONE
                    : ClassFileMarks.written(read, this::signature);
        });
    }

    Place placeOf(Element element) {
        TreePath path = pathOf(element);
        if (path != null && isWritten(path)) {
            return placeOf(path.getCompilationUnit(), path.getLeaf());
        }
        TypeElement owner = ownerOf(element);
        TreePath ownerPath = pathOf(owner);
        if (ownerPath == null) {
            return new Place(binaryName(owner), 0);
        }
        // A record component has no path of its own, and neither has what Lombok adds.
        Tree leaf = componentOf((ClassTree) ownerPath.getLeaf(), element).orElse(ownerPath.getLeaf());
        return placeOf(ownerPath.getCompilationUnit(), leaf);
    }

    /** The annotations that javac could not find and keeps from its elements; as they are written. */
    List<String> unresolvedAnnotations(Element element) {
        TreePath owner = pathOf(ownerOf(element));
        if (owner == null) {
            return List.of();
        }
        return treeOf(element, owner).stream()
                .flatMap(tree -> modifiersOf(tree).getAnnotations().stream())
                .map(annotation -> annotation.getAnnotationType())
                .filter(type -> isUnresolved(new TreePath(owner, type)))
                .map(Tree::toString)
                .toList();
    }

    private Optional<Tree> treeOf(Element element, TreePath owner) {
        TreePath path = pathOf(element);
        return path != null && isWritten(path)
                ? Optional.of(path.getLeaf())
                : componentOf((ClassTree) owner.getLeaf(), element);
    }

    private boolean isUnresolved(TreePath type) {
        TypeMirror found = trees.getTypeMirror(type);
        return found != null && found.getKind() == TypeKind.ERROR;
    }

    private boolean isWritten(TreePath path) {
        return trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf())
                != Diagnostic.NOPOS;
    }

    private static Optional<Tree> componentOf(ClassTree owner, Element element) {
        return owner.getMembers().stream()
                .filter(member -> member instanceof VariableTree variable
                        && variable.getName().contentEquals(element.getSimpleName()))
                .map(Tree.class::cast)
                .findFirst();
    }

    private Place placeOf(CompilationUnitTree unit, Tree tree) {
        long position = trees.getSourcePositions().getStartPosition(unit, tree);
        long afterModifiers = trees.getSourcePositions().getEndPosition(unit, modifiersOf(tree));
        if (afterModifiers != Diagnostic.NOPOS) {
            // The line of the name, not that of the first annotation.
            position = skipBlanks(unit, afterModifiers);
        }
        return places.of(unit.getSourceFile(), unit.getLineMap().getLineNumber(position));
    }

    private static ModifiersTree modifiersOf(Tree tree) {
        if (tree instanceof MethodTree method) {
            return method.getModifiers();
        }
        if (tree instanceof VariableTree variable) {
            return variable.getModifiers();
        }
        return ((ClassTree) tree).getModifiers();
    }

    private static long skipBlanks(CompilationUnitTree unit, long position) {
        try {
            CharSequence text = unit.getSourceFile().getCharContent(true);
            int at = (int) position;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + unit.getSourceFile().getName(), e);
        }
    }

    private boolean isInHandlerFile(TypeElement type) {
        return Optional.ofNullable(pathOf(type))
                .map(path -> Path.of(path.getCompilationUnit().getSourceFile().toUri()))
                .filter(handlerFiles::contains)
                .isPresent();
    }

    private static Stream<TypeElement> withNested(TypeElement type) {
        Collection<TypeElement> nested = ElementFilter.typesIn(type.getEnclosedElements());
        return Stream.concat(Stream.of(type), nested.stream().flatMap(JavaModel::withNested));
    }

    /** The class that a method or a field stands in. */
    static TypeElement declaringType(Element member) {
        return (TypeElement) enclosing(member);
    }

    /** The class that an element stands in, or is. */
    static TypeElement ownerOf(Element element) {
        Element owner = element;
        while (!(owner instanceof TypeElement type)) {
            owner = enclosing(owner);
        }
        return type;
    }

    private static TypeElement outermost(Element element) {
        TypeElement type = ownerOf(element);
        while (enclosing(type).getKind() != ElementKind.PACKAGE) {
            type = (TypeElement) enclosing(type);
        }
        return type;
    }

    /** What an element stands in. */
    static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), "only packages and modules stand in nothing");
    }
}
