package io.github.centrifugorpc.internal.validate;

import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import java.util.Collection;
import java.util.List;

/** What objects must satisfy beside their types. Safe for use by many threads. */
public sealed interface Constraints {

    /** Whether objects of this class have any. */
    boolean areOn(Class<?> type);

    /**
     * What is wrong with one object, without the objects in it.
     *
     * @param path where the object stands
     * @throws RuntimeException if a constraint itself fails
     */
    List<Violation> check(Object bean, String path);

    /** As the class path has it. */
    static Constraints find(Collection<TypeDeclaration> types) {
        try {
            Class.forName("jakarta.validation.Validation", false, Constraints.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return new Unenforced("jakarta.validation-api is not on the class path");
        }
        return BeanValidation.start(types);
    }

    /**
     * Nobody enforces them.
     *
     * @param reason why not
     */
    record Unenforced(String reason) implements Constraints {

        @Override
        public boolean areOn(Class<?> type) {
            return false;
        }

        @Override
        public List<Violation> check(Object bean, String path) {
            return List.of();
        }
    }

    /** Bean Validation does. */
    non-sealed interface Enforced extends Constraints {}
}
