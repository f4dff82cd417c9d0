package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.container.Language;

/** The TypeScript SDK under faults. */
class TypeScriptFaultsIT extends FaultKit {
    TypeScriptFaultsIT() {
        super(Language.TYPESCRIPT);
    }
}
