package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A Java value that the contract's wire form cannot hold. Its message is for the log, with the remedy. */
final class UnwritableException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    UnwritableException(JsonGenerator out, String message) {
        super(out, message);
    }
}
