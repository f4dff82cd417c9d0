package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.internal.json.ResultWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Compares the errors that handlers declare with those of the contract, and prepares their details. */
final class ErrorCompiler {

    private final ObjectMapper mapper;
    private final Map<String, ErrorType> errors;
    private final ShapeComparison shapes;
    private final Consumer<Problem> problems;
    private final Map<Class<?>, ResultWriter> writers = new HashMap<>();

    ErrorCompiler(
            ObjectMapper mapper, Map<String, ErrorType> errors, ShapeComparison shapes, Consumer<Problem> problems) {
        this.mapper = mapper;
        this.errors = errors;
        this.shapes = shapes;
        this.problems = problems;
    }

    /** Whether a method declares the errors that the contract lists; if not, the differences are among the problems. */
    boolean fits(HandlerCandidate candidate, RpcMethod declared) {
        if (declared.options().noReply()) {
            // Nobody hears of its errors, so the contract lists none.
            return true;
        }
        var thrown = Stream.of(candidate.method().getExceptionTypes())
                .flatMap(type -> ErrorClass.of(type).stream())
                .distinct()
                .toList();
        var names = new TreeSet<String>();
        thrown.forEach(error -> names.add(error.name()));
        if (!List.copyOf(names).equals(declared.errors())) {
            problems.accept(ShapeComparison.outOfDate(
                    candidate, "it declares the errors " + names + ", not " + declared.errors()));
            return false;
        }
        return thrown.stream().allMatch(error -> fits(candidate, error));
    }

    /** The errors of all methods that were compared. */
    DeclaredErrors compiled() {
        return new DeclaredErrors(writers);
    }

    private boolean fits(HandlerCandidate candidate, ErrorClass error) {
        var declared = errors.get(error.name());
        if (declared == null
                || declared.code() != error.code()
                || !declared.javaName().equals(error.type().getName())) {
            problems.accept(ShapeComparison.outOfDate(
                    candidate,
                    "it throws " + error + ", which is " + error.code() + " '" + error.name()
                            + "', and the contract has "
                            + (declared == null
                                    ? "no such error"
                                    : declared.javaName() + ", " + declared.code() + ", by that name")));
            return false;
        }
        var details = error.accessor().map(accessor -> mapper.constructType(accessor.getGenericReturnType()));
        Optional<TypeRef> promised = declared.details().map(TypeRef.class::cast);
        boolean isSame = details.isPresent() == promised.isPresent()
                && promised.map(type -> shapes.mayBe(details.orElseThrow(), type))
                        .orElse(true);
        if (!isSame) {
            problems.accept(ShapeComparison.outOfDate(
                    candidate,
                    "the details of " + error + " are "
                            + details.map(ShapeComparison::told).orElse("none") + ", and the contract says "
                            + declared.details().map(TypeRef.Named::name).orElse("none")));
            return false;
        }
        details.ifPresent(type -> writers.put(error.type(), new ResultWriter(mapper, type, promised)));
        return promised.map(type -> shapes.fits(type, candidate)).orElse(true);
    }
}
