package io.github.centrifugorpc.maven.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Follows the straight code of one method of an enum, up to the first jump, and keeps what it creates, assigns and
 * returns as far as that is known: texts, numbers, parameters and fields. Nothing is run.
 */
final class BytecodeValues extends MethodVisitor {

    /** A value that is not known. */
    static final Object UNKNOWN = new Object();

    /** With or without a locale: the server writes what the contract says, so its own locale decides nothing. */
    private static final Set<String> CHANGES_OF_CASE = Set.of("toLowerCase", "toUpperCase");

    private final String owner;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<String, Created> created = new LinkedHashMap<>();
    private final Map<String, Object> assigned = new LinkedHashMap<>();
    private @Nullable Created handedOn;
    private @Nullable Object returned;
    private boolean isLost;

    BytecodeValues(String owner) {
        super(Opcodes.ASM9);
        this.owner = owner;
    }

    /** An argument of the method, or the object itself in slot 0. */
    record Parameter(int slot) {}

    /** A field of the object; {@code name()} and {@code ordinal()} are such as well. */
    record Field(String name) {}

    /** A text in another case. */
    record Cased(Object text, boolean isUpper) {}

    /** An object that is made, before and after its constructor has run. */
    record Fresh(String type, List<Created> constructed) {}

    /** What a constructor was given. */
    record Created(String type, String descriptor, List<Object> arguments) {}

    /** What was put into static fields. */
    Map<String, Created> created() {
        return created;
    }

    /** What was put into fields of the object; nothing when the code could not be followed to its end. */
    Map<String, Object> assigned() {
        if (!isLost) {
            return assigned;
        }
        Map<String, Object> lost = new LinkedHashMap<>();
        assigned.keySet().forEach(field -> lost.put(field, UNKNOWN));
        return lost;
    }

    /** The other constructor that a constructor begins with. */
    Optional<Created> handedOn() {
        return Optional.ofNullable(handedOn);
    }

    Optional<Object> returned() {
        return isLost ? Optional.empty() : Optional.ofNullable(returned);
    }

    @Override
    public void visitInsn(int opcode) {
        if (isLost) {
            return;
        }
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            stack.push(opcode - Opcodes.ICONST_0);
        } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
            stack.push((long) (opcode - Opcodes.LCONST_0));
        } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
            returned = stack.isEmpty() ? UNKNOWN : stack.pop();
        } else {
            switch (opcode) {
                case Opcodes.NOP, Opcodes.RETURN -> {}
                case Opcodes.I2B, Opcodes.I2S, Opcodes.I2L, Opcodes.L2I -> {}
                case Opcodes.ACONST_NULL -> stack.push(UNKNOWN);
                case Opcodes.DUP -> stack.push(stack.isEmpty() ? UNKNOWN : stack.peek());
                case Opcodes.POP -> pop(1);
                case Opcodes.AASTORE, Opcodes.IASTORE, Opcodes.BASTORE, Opcodes.CASTORE, Opcodes.LASTORE -> pop(3);
                default -> isLost = true;
            }
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            replace(1);
        } else {
            stack.push(operand);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        stack.push(value instanceof String || value instanceof Integer || value instanceof Long ? value : UNKNOWN);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD) {
            stack.push(new Parameter(slot));
        } else {
            // A variable may take the slot of a parameter.
            isLost = true;
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            stack.push(new Fresh(type, new ArrayList<>()));
        } else if (opcode == Opcodes.ANEWARRAY) {
            replace(1);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
        if (isLost) {
            return;
        }
        switch (opcode) {
            case Opcodes.GETFIELD -> {
                Object object = pop();
                stack.push(object.equals(new Parameter(0)) ? new Field(name) : UNKNOWN);
            }
            case Opcodes.PUTFIELD -> {
                Object value = pop();
                Object object = pop();
                if (object.equals(new Parameter(0))) {
                    assigned.put(name, value);
                }
            }
            case Opcodes.PUTSTATIC -> {
                if (pop() instanceof Fresh fresh && !fresh.constructed().isEmpty()) {
                    created.put(name, fresh.constructed().get(0));
                }
            }
            default -> stack.push(UNKNOWN);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean isInterface) {
        if (isLost) {
            return;
        }
        List<Object> arguments = arguments(descriptor);
        Object object = opcode == Opcodes.INVOKESTATIC ? UNKNOWN : pop();
        if (name.equals("<init>")) {
            construct(object, new Created(type, descriptor, arguments));
            return;
        }
        boolean isBoxing = opcode == Opcodes.INVOKESTATIC && name.equals("valueOf") && type.startsWith("java/lang/");
        boolean isName = name.equals("name") && descriptor.equals("()Ljava/lang/String;");
        boolean isOrdinal = name.equals("ordinal") && descriptor.equals("()I");
        boolean isOfItself = object.equals(new Parameter(0)) && (isName || isOrdinal);
        boolean isUnboxing = type.startsWith("java/lang/") && name.endsWith("Value") && arguments.isEmpty();
        if (isBoxing) {
            stack.push(arguments.get(0));
        } else if (type.equals("java/lang/String") && CHANGES_OF_CASE.contains(name)) {
            stack.push(new Cased(object, name.equals("toUpperCase")));
        } else if (isOfItself) {
            stack.push(new Field(name + "()"));
        } else if (isUnboxing) {
            stack.push(object);
        } else if (!Type.getReturnType(descriptor).equals(Type.VOID_TYPE)) {
            stack.push(UNKNOWN);
        } else if (object.equals(new Parameter(0))) {
            isLost = true;
        }
    }

    private void construct(Object object, Created call) {
        if (object instanceof Fresh fresh) {
            fresh.constructed().add(call);
        } else if (object.equals(new Parameter(0)) && call.type().equals(owner)) {
            handedOn = call;
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        arguments(descriptor);
        stack.push(UNKNOWN);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        isLost = true;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        isLost = true;
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        isLost = true;
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        isLost = true;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        replace(dimensions);
    }

    private List<Object> arguments(String descriptor) {
        List<Object> arguments = new ArrayList<>();
        for (int i = Type.getArgumentTypes(descriptor).length; i > 0; i--) {
            arguments.add(pop());
        }
        Collections.reverse(arguments);
        return arguments;
    }

    private Object pop() {
        return stack.isEmpty() ? UNKNOWN : stack.pop();
    }

    private void pop(int count) {
        for (int i = 0; i < count; i++) {
            pop();
        }
    }

    private void replace(int count) {
        pop(count);
        stack.push(UNKNOWN);
    }
}
