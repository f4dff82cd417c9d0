package io.github.centrifugorpc.it.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the calls of one scenario on one transport. */
record FaultRow(
        String scenario,
        String transport,
        int calls,
        Map<Ending, Integer> ended,
        int executions,
        int duplicates,
        int leaked) {

    static FaultRow of(String scenario, String transport, List<FaultyCall> calls) throws InterruptedException {
        Map<Ending, Integer> ended = new EnumMap<>(Ending.class);
        int executions = 0;
        int duplicates = 0;
        int leaked = 0;
        for (FaultyCall call : calls) {
            ended.merge(call.ending(), 1, Integer::sum);
            executions += call.executions();
            duplicates += call.duplicates();
            leaked += call.isLeaked() ? 1 : 0;
        }
        return new FaultRow(scenario, transport, calls.size(), ended, executions, duplicates, leaked);
    }

    /** How many calls ended so. */
    int ended(Ending ending) {
        return ended.getOrDefault(ending, 0);
    }
}
