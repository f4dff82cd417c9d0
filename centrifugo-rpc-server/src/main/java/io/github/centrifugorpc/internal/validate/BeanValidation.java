package io.github.centrifugorpc.internal.validate;

import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.lang.annotation.ElementType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Constraints by whichever provider of Bean Validation is there, in the group Default. */
final class BeanValidation implements Constraints.Enforced {

    private final Validator validator;
    private final WireNames names;
    private final Map<Class<?>, Boolean> isConstrained = new ConcurrentHashMap<>();

    private BeanValidation(Validator validator, WireNames names) {
        this.validator = validator;
        this.names = names;
    }

    static Constraints start(Collection<TypeDeclaration> types) {
        try {
            var configuration = Validation.byDefaultProvider().configure();
            var factory = configuration
                    .messageInterpolator(new ConstraintMessages(configuration.getDefaultMessageInterpolator()))
                    .traversableResolver(new OneObject())
                    .buildValidatorFactory();
            return new BeanValidation(factory.getValidator(), new WireNames(types));
        } catch (ValidationException e) {
            return new Unenforced(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    @Override
    public boolean areOn(Class<?> type) {
        return isConstrained.computeIfAbsent(
                type, key -> validator.getConstraintsForClass(key).isBeanConstrained());
    }

    @Override
    public List<Violation> check(Object bean, String path) {
        return validator.validate(bean).stream()
                .map(violation -> new Violation(names.path(path, bean.getClass(), violation), message(violation)))
                .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                .toList();
    }

    private static String message(ConstraintViolation<Object> violation) {
        return ConstraintMessages.presentable(
                violation.getMessage(),
                violation.getConstraintDescriptor().getAnnotation().annotationType());
    }

    /** Each object that was read is asked for, with or without {@code @Valid} on the way to it: nobody need follow. */
    private static final class OneObject implements TraversableResolver {

        @Override
        public boolean isReachable(
                Object bean, Path.Node property, Class<?> rootType, Path path, ElementType elementType) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object bean, Path.Node property, Class<?> rootType, Path path, ElementType elementType) {
            return false;
        }
    }
}
