package io.github.centrifugorpc.maven.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads from the class file of an enum what a field or method of each constant gives, without loading the class. */
final class EnumClassFile {

    private final String internalName;
    private final Map<String, BytecodeValues> methods;

    private EnumClassFile(String internalName, Map<String, BytecodeValues> methods) {
        this.internalName = internalName;
        this.methods = methods;
    }

    static EnumClassFile read(JavaFileManager files, String binaryName) {
        String internalName = binaryName.replace('.', '/');
        Map<String, BytecodeValues> methods = new HashMap<>();
        try {
            JavaFileObject file =
                    files.getJavaFileForInput(StandardLocation.CLASS_PATH, binaryName, JavaFileObject.Kind.CLASS);
            if (file != null) {
                try (InputStream content = file.openInputStream()) {
                    new ClassReader(content).accept(new Methods(internalName, methods), ClassReader.SKIP_DEBUG);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class file of " + binaryName, e);
        }
        return new EnumClassFile(internalName, methods);
    }

    /** By the names of the constants; without those that cannot be told. */
    Map<String, Object> values(String accessor) {
        Map<String, Object> values = new LinkedHashMap<>();
        BytecodeValues initializer = methods.get("<clinit>()V");
        if (initializer != null) {
            initializer
                    .created()
                    .forEach((constant, created) ->
                            value(accessor, created).ifPresent(value -> values.put(constant, value)));
        }
        return values;
    }

    private Optional<Object> value(String accessor, BytecodeValues.Created created) {
        if (!created.type().equals(internalName)) {
            // A constant with a body of its own, which may override the method.
            return Optional.empty();
        }
        Map<String, Object> fields = new HashMap<>();
        construct(created.descriptor(), created.arguments(), fields, 0);
        Optional<BytecodeValues> method = methods.entrySet().stream()
                .filter(candidate -> candidate.getKey().startsWith(accessor + "()"))
                .map(Map.Entry::getValue)
                .findFirst();
        if (method.isEmpty()) {
            return Optional.ofNullable(fields.get(accessor));
        }
        Map<Integer, Object> self = Map.of();
        return method.flatMap(BytecodeValues::returned).flatMap(value -> known(value, self, fields));
    }

    private void construct(String descriptor, List<Object> arguments, Map<String, Object> fields, int depth) {
        BytecodeValues constructor = methods.get("<init>" + descriptor);
        if (constructor == null || depth > methods.size()) {
            return;
        }
        Map<Integer, Object> parameters = new HashMap<>();
        int slot = 1;
        Type[] types = Type.getArgumentTypes(descriptor);
        for (int i = 0; i < types.length; i++) {
            parameters.put(slot, arguments.get(i));
            slot += types[i].getSize();
        }
        // The first two are the constant's name and position; javac adds them.
        if (arguments.size() >= 2) {
            fields.put("name()", arguments.get(0));
            fields.put("ordinal()", arguments.get(1));
        }
        constructor.handedOn().ifPresent(other -> {
            List<Object> handed = new ArrayList<>();
            other.arguments()
                    .forEach(argument ->
                            handed.add(known(argument, parameters, fields).orElse(BytecodeValues.UNKNOWN)));
            construct(other.descriptor(), handed, fields, depth + 1);
        });
        constructor.assigned().forEach((field, value) -> {
            fields.remove(field);
            known(value, parameters, fields).ifPresent(found -> fields.put(field, found));
        });
    }

    private static Optional<Object> known(Object value, Map<Integer, Object> parameters, Map<String, Object> fields) {
        if (value instanceof BytecodeValues.Parameter parameter) {
            return Optional.ofNullable(parameters.get(parameter.slot()))
                    .filter(found -> !found.equals(BytecodeValues.UNKNOWN));
        }
        if (value instanceof BytecodeValues.Field field) {
            return Optional.ofNullable(fields.get(field.name()));
        }
        if (value instanceof BytecodeValues.Cased cased) {
            return known(cased.text(), parameters, fields)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .map(text -> cased.isUpper() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
        }
        return Optional.of(value).filter(found -> found instanceof String || found instanceof Number);
    }

    /** Has each method's straight code followed. */
    private static final class Methods extends ClassVisitor {

        private final String internalName;
        private final Map<String, BytecodeValues> methods;

        Methods(String internalName, Map<String, BytecodeValues> methods) {
            super(Opcodes.ASM9);
            this.internalName = internalName;
            this.methods = methods;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
            BytecodeValues values = new BytecodeValues(internalName);
            methods.put(name + descriptor, values);
            return values;
        }
    }
}
