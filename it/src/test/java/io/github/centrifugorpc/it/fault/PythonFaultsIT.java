package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.container.Language;

/** The Python SDK under faults. */
class PythonFaultsIT extends FaultKit {
    PythonFaultsIT() {
        super(Language.PYTHON);
    }
}
