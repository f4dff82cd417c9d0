package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import io.github.centrifugorpc.Patch;

/** Writes a member as Jackson would, except for null. */
final class NullMemberWriter extends BeanPropertyWriter {

    private static final long serialVersionUID = 1L;

    /** What stands for null. */
    enum WhenNull {
        LEAVE_OUT,
        NULL,
        EMPTY_ARRAY,
        EMPTY_OBJECT,
        REFUSE
    }

    private final WhenNull whenNull;

    NullMemberWriter(BeanPropertyWriter base, WhenNull whenNull) {
        super(base);
        this.whenNull = whenNull;
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
        var value = get(bean);
        if (value instanceof Patch.Unchanged<?>) {
            return;
        }
        if (value != null) {
            super.serializeAsField(bean, out, provider);
            return;
        }
        switch (whenNull) {
            case LEAVE_OUT -> {}
            case NULL -> out.writeNullField(getName());
            case EMPTY_ARRAY -> {
                out.writeFieldName(getName());
                out.writeStartArray();
                out.writeEndArray();
            }
            case EMPTY_OBJECT -> {
                out.writeFieldName(getName());
                out.writeStartObject();
                out.writeEndObject();
            }
            case REFUSE -> {
                out.writeFieldName(getName());
                throw new UnwritableException(
                        out,
                        "the value is null, and the contract says it is always there. Fix: set it, or mark the member"
                                + " as @Nullable or make it an Optional.");
            }
        }
    }
}
