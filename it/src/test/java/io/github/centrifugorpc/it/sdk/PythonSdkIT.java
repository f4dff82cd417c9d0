package io.github.centrifugorpc.it.sdk;

import io.github.centrifugorpc.it.container.Language;

/** The generated Python SDK, installed, checked and called in Python's container. */
class PythonSdkIT extends SdkKit {
    PythonSdkIT() {
        super(Language.PYTHON);
    }
}
