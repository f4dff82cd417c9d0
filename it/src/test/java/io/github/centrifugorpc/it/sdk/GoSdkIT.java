package io.github.centrifugorpc.it.sdk;

import io.github.centrifugorpc.it.container.Language;

/** The generated Go SDK, installed, checked and called in Go's container. */
class GoSdkIT extends SdkKit {
    GoSdkIT() {
        super(Language.GO);
    }
}
