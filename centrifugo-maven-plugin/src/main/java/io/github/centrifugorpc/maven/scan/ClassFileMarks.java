package io.github.centrifugorpc.maven.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/**
 * The annotations on types, {@code @Nullable String} for one, that a class file holds. Javac 17 drops them where
 * javac 25 keeps them; read from the file itself they give one contract on both.
 */
final class ClassFileMarks {

    /** Of a class where javac tells all. */
    static final ClassFileMarks NONE = new ClassFileMarks(Map.of());

    private final Map<String, TypeMarks> byMember;

    private ClassFileMarks(Map<String, TypeMarks> byMember) {
        this.byMember = byMember;
    }

    static ClassFileMarks read(JavaFileManager files, String binaryName) {
        try {
            JavaFileObject file =
                    files.getJavaFileForInput(StandardLocation.CLASS_PATH, binaryName, JavaFileObject.Kind.CLASS);
            if (file == null) {
                // A class of the JDK: none of those carries a mark.
                return NONE;
            }
            Collector collector = new Collector();
            try (InputStream content = file.openInputStream()) {
                new ClassReader(content).accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            }
            Map<String, TypeMarks> byMember = new HashMap<>();
            collector.names.forEach((member, names) -> byMember.put(member, new TypeMarks(names)));
            return new ClassFileMarks(byMember);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class file of " + binaryName, e);
        }
    }

    /** Those of the source of a class, as its members are declared. */
    static ClassFileMarks written(TypeElement type, Function<ExecutableElement, String> signature) {
        Map<String, TypeMarks> byMember = new HashMap<>();
        ElementFilter.fieldsIn(type.getEnclosedElements())
                .forEach(field -> byMember.put(field.getSimpleName().toString(), TypeMarks.written(field.asType())));
        Stream.concat(
                        ElementFilter.methodsIn(type.getEnclosedElements()).stream(),
                        ElementFilter.constructorsIn(type.getEnclosedElements()).stream())
                .forEach(method -> {
                    String key = signature.apply(method);
                    byMember.put(key, TypeMarks.written(method.getReturnType()));
                    for (int i = 0; i < method.getParameters().size(); i++) {
                        byMember.put(
                                key + "#" + i,
                                TypeMarks.written(method.getParameters().get(i).asType()));
                    }
                });
        return new ClassFileMarks(byMember);
    }

    TypeMarks ofField(String name) {
        return byMember.getOrDefault(name, TypeMarks.NONE);
    }

    /** Of what a method returns, by its name and descriptor. */
    TypeMarks ofReturn(String method) {
        return byMember.getOrDefault(method, TypeMarks.NONE);
    }

    TypeMarks ofParameter(String method, int index) {
        return byMember.getOrDefault(method + "#" + index, TypeMarks.NONE);
    }

    /** Gathers simple names of annotations by member and path into its type. */
    private static final class Collector extends ClassVisitor {

        private static final int API = Opcodes.ASM9;
        private final Map<String, Map<String, Set<String>>> names = new HashMap<>();

        Collector() {
            super(API);
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return new FieldVisitor(API) {
                @Override
                public @Nullable AnnotationVisitor visitTypeAnnotation(
                        int reference, @Nullable TypePath path, String annotation, boolean visible) {
                    add(name, path, annotation);
                    return null;
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String[] thrown) {
            return new MethodVisitor(API) {
                @Override
                public @Nullable AnnotationVisitor visitTypeAnnotation(
                        int reference, @Nullable TypePath path, String annotation, boolean visible) {
                    TypeReference where = new TypeReference(reference);
                    if (where.getSort() == TypeReference.METHOD_RETURN) {
                        add(name + descriptor, path, annotation);
                    } else if (where.getSort() == TypeReference.METHOD_FORMAL_PARAMETER) {
                        add(name + descriptor + "#" + where.getFormalParameterIndex(), path, annotation);
                    }
                    return null;
                }
            };
        }

        private void add(String member, @Nullable TypePath path, String annotation) {
            String qualified = Type.getType(annotation).getClassName();
            if (qualified.contains(".validation.constraints.")) {
                // It stands on the member as well, with the groups it belongs to.
                return;
            }
            names.computeIfAbsent(member, unused -> new HashMap<>())
                    .computeIfAbsent(path == null ? "" : path.toString(), unused -> new HashSet<>())
                    .add(qualified.substring(Math.max(qualified.lastIndexOf('.'), qualified.lastIndexOf('$')) + 1));
        }
    }
}
