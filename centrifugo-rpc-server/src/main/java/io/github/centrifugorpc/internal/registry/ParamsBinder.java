package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.json.BindingFault;
import io.github.centrifugorpc.internal.json.BoundBeans;
import io.github.centrifugorpc.internal.validate.Constraints;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import io.github.centrifugorpc.internal.wire.WirePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes Java params of checked tokens, and asks their constraints.
 *
 * @param isConstrained whether any class of the params has constraints; if none has, nothing is spent on them
 */
record ParamsBinder(ObjectReader reader, Constraints constraints, boolean isConstrained) {

    private static final int MOST_LISTED = 100;

    BoundParams bind(CheckedParams checked) throws RefusedByModelException {
        if (!isConstrained) {
            return checked.violations().isEmpty()
                    ? new BoundParams(read(reader, checked), List.of())
                    : new BoundParams(null, checked.violations());
        }
        var beans = new BoundBeans();
        if (checked.violations().isEmpty()) {
            return new BoundParams(read(beans.listening(reader), checked), violations(beans));
        }
        try {
            read(beans.listening(reader), checked);
            return new BoundParams(null, merge(checked.violations(), violations(beans)));
        } catch (RefusedByModelException | RuntimeException e) {
            // No wonder: some of it is missing. What the checker found is enough to refuse it.
            return new BoundParams(null, checked.violations());
        }
    }

    private static Object read(ObjectReader reader, CheckedParams checked) throws RefusedByModelException {
        try (var in = checked.tokens().asParser(reader)) {
            return reader.readValue(in);
        } catch (IOException | RuntimeException e) {
            throw new RefusedByModelException(BindingFault.of(e), e);
        }
    }

    private List<Violation> violations(BoundBeans beans) {
        var violations = new ArrayList<Violation>();
        beans.list().forEach(bound -> violations.addAll(constraints.check(bound.bean(), bound.path())));
        return violations.size() <= MOST_LISTED ? violations : shortened(violations);
    }

    private static List<Violation> shortened(List<Violation> violations) {
        var shown = new ArrayList<>(violations.subList(0, MOST_LISTED));
        shown.add(new Violation(
                "$", "has " + (violations.size() - MOST_LISTED) + " more violations that are not listed"));
        return shown;
    }

    /** Without constraints on what is missing, or has something missing in it. */
    private static List<Violation> merge(List<Violation> found, List<Violation> ofConstraints) {
        var all = new ArrayList<>(found);
        ofConstraints.stream()
                .filter(candidate ->
                        found.stream().noneMatch(known -> WirePath.areRelated(known.path(), candidate.path())))
                .forEach(all::add);
        return all;
    }
}
