package io.github.centrifugorpc.maven.check;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells once in a build what a contract narrows (types T5, T15), and what could not be read for it. */
public final class ContractNotes {

    private ContractNotes() {}

    /** Nothing for most contracts. */
    public static List<Note> of(Contract contract) {
        return Stream.of(
                        note(NoteId.LONG_AS_NUMBER, holders(contract, type -> holds(type, ScalarKind.LONG))),
                        note(NoteId.REGION_LOST, holders(contract, type -> holds(type, ScalarKind.ZONED_DATE_TIME))),
                        note(
                                NoteId.DOCS_LOST,
                                contract.types().stream()
                                        .filter(ContractNotes::isOfClassFile)
                                        .map(TypeDeclaration::javaName)
                                        .toList()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Note> note(NoteId id, List<String> about) {
        return about.isEmpty() ? Optional.empty() : Optional.of(new Note(id, about));
    }

    private static List<String> holders(Contract contract, Predicate<TypeRef> isMeant) {
        Stream<String> results = contract.methods().stream()
                .filter(method -> method.result().filter(isMeant).isPresent())
                .map(method -> "the result of " + method.name());
        Stream<String> members = ContractTypes.objects(contract).flatMap(object -> {
            String meant = object.members().stream()
                    .filter(member -> isMeant.test(member.type()))
                    .map(Member::javaName)
                    .collect(joining(", "));
            return meant.isEmpty() ? Stream.empty() : Stream.of(object.name() + ": " + meant);
        });
        return Stream.concat(results, members).toList();
    }

    private static boolean holds(TypeRef type, ScalarKind kind) {
        if (type instanceof TypeRef.MapOf map) {
            // A key is text in any case.
            return holds(map.value(), kind);
        }
        return type.equals(new TypeRef.Scalar(kind)) || type.parts().stream().anyMatch(part -> holds(part, kind));
    }

    private static boolean isOfClassFile(TypeDeclaration type) {
        return type.place().line() == 0;
    }
}
