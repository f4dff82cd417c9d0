package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Types, errors and the values of enums have identifiers of their own in every language. */
final class TypeCollisionRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return checked.targets().stream()
                .map(Identifiers::of)
                .flatMap(names -> Pairs.sharing(
                        declared(checked.contract(), names),
                        Declared::key,
                        (first, second) -> problem(names, first, second)));
    }

    /**
     * Something that gets an identifier.
     *
     * @param scope where the identifier has to be the only one of its name
     */
    private record Declared(String told, String scope, String identifier, Place place) {

        String key() {
            return scope + "/" + identifier;
        }
    }

    private static List<Declared> declared(Contract contract, Identifiers names) {
        Stream<Declared> types = named(contract).stream()
                .map(type -> new Declared(
                        type.told() + " " + type.name(),
                        Identifiers.PACKAGE,
                        names.type().apply(type.name()),
                        type.place()));
        Stream<Declared> values = ContractTypes.enums(contract)
                .flatMap(type -> Pairs.distinct(type.values(), value -> value.name()).stream()
                        .map(value -> new Declared(
                                "value \"" + value.name() + "\" of " + type.name(),
                                names.scope().apply(type.name()),
                                names.constant().apply(type, value),
                                type.place())));
        Stream<Declared> besideUnions = ContractTypes.unions(contract)
                .flatMap(type -> names.besideUnion().apply(type.name()).stream()
                        .map(identifier -> new Declared(
                                "what belongs to the union " + type.name(),
                                Identifiers.PACKAGE,
                                identifier,
                                type.place())));
        Stream<Declared> besideErrors = Pairs.distinct(contract.errors(), ErrorType::type).stream()
                .flatMap(error -> names.besideError().apply(error.type()).stream()
                        .map(identifier -> new Declared(
                                "what belongs to the error " + error.type(),
                                Identifiers.PACKAGE,
                                identifier,
                                error.place())));
        return Stream.of(types, values, besideUnions, besideErrors)
                .flatMap(Function.identity())
                .toList();
    }

    /** What has a class of its own. */
    private record Named(String told, String name, Place place) {}

    private static List<Named> named(Contract contract) {
        Stream<Named> types = contract.types().stream().map(type -> new Named("type", type.name(), type.place()));
        Stream<Named> errors = contract.errors().stream().map(error -> new Named("error", error.type(), error.place()));
        return Pairs.distinct(Stream.concat(types, errors).toList(), Named::name);
    }

    private static Problem problem(Identifiers names, Declared first, Declared second) {
        return new Problem(
                ProblemId.TYPES_COLLIDE,
                second.place(),
                Map.of(
                        "first", first.told(),
                        "second", second.told(),
                        "name", second.identifier(),
                        "language", names.language()));
    }
}
