package io.github.centrifugorpc.maven.generate;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.check.ContractNotes;
import io.github.centrifugorpc.maven.check.Note;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.output.Changes;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.util.List;

/**
 * How a run ended.
 *
 * @param contract what was found
 * @param clients one for each target; empty unless the outcome is {@link Outcome#GENERATED}
 * @param problems what the user has to put right; empty unless the outcome is {@link Outcome#REFUSED}
 * @param notes what the user should know; empty unless the outcome is {@link Outcome#GENERATED}
 */
public record GenerateResult(
        Outcome outcome, Contract contract, List<Client> clients, List<Problem> problems, List<Note> notes) {

    public GenerateResult {
        clients = List.copyOf(clients);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** The ways a run can end. */
    public enum Outcome {
        /** Every client is on disk as the handlers say. */
        GENERATED,
        /** There are no handlers; nothing was touched. */
        NOTHING_FOUND,
        /** There are problems; nothing was touched. */
        REFUSED
    }

    /** One SDK and what had to be done for it. */
    public record Client(SdkTarget target, Changes changes) {}

    static GenerateResult generated(Contract contract, List<Client> clients) {
        return new GenerateResult(Outcome.GENERATED, contract, clients, List.of(), ContractNotes.of(contract));
    }

    static GenerateResult nothingFound(Contract contract) {
        return new GenerateResult(Outcome.NOTHING_FOUND, contract, List.of(), List.of(), List.of());
    }

    static GenerateResult refused(Contract contract, List<Problem> problems) {
        return new GenerateResult(
                Outcome.REFUSED,
                contract,
                List.of(),
                problems.stream().sorted(Problem.BY_PLACE).toList(),
                List.of());
    }
}
