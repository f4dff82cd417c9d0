package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.container.Language;

/** The Go SDK under faults. */
class GoFaultsIT extends FaultKit {
    GoFaultsIT() {
        super(Language.GO);
    }
}
