package io.github.centrifugorpc.it.sdk;

import io.github.centrifugorpc.it.container.Language;

/** The generated TypeScript SDK, installed, checked and called in Node's container. */
class TypeScriptSdkIT extends SdkKit {
    TypeScriptSdkIT() {
        super(Language.TYPESCRIPT);
    }
}
