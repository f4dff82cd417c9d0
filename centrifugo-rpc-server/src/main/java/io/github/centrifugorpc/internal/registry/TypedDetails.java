package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.centrifugorpc.internal.json.ResultWriter;
import java.io.IOException;

/** The details of a declared error, which are written as the contract says. */
public final class TypedDetails {

    private final Object value;
    private final ResultWriter writer;

    TypedDetails(Object value, ResultWriter writer) {
        this.value = value;
        this.writer = writer;
    }

    /** Writes them as results are written. */
    public void write(JsonGenerator out) throws IOException {
        writer.write(value, out);
    }
}
