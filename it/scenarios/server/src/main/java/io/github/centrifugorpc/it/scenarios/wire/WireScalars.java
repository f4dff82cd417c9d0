package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;

/** One scalar at a time, handed back. */
public final class WireScalars {

    public record BooleanValue(boolean value) {}

    public record ByteValue(byte value) {}

    public record ShortValue(short value) {}

    public record IntValue(int value) {}

    public record LongValue(long value) {}

    public record FloatValue(float value) {}

    public record DoubleValue(double value) {}

    public record BigIntegerValue(BigInteger value) {}

    public record BigDecimalValue(BigDecimal value) {}

    public record StringValue(String value) {}

    public record CharValue(char value) {}

    public record UuidValue(UUID value) {}

    public record BytesValue(byte[] value) {}

    @WebsocketRpc("wire.boolean")
    public BooleanValue aBoolean(BooleanValue params) {
        return params;
    }

    @WebsocketRpc("wire.byte")
    public ByteValue aByte(ByteValue params) {
        return params;
    }

    @WebsocketRpc("wire.short")
    public ShortValue aShort(ShortValue params) {
        return params;
    }

    @WebsocketRpc("wire.int")
    public IntValue anInt(IntValue params) {
        return params;
    }

    @WebsocketRpc("wire.long")
    public LongValue aLong(LongValue params) {
        return params;
    }

    @WebsocketRpc("wire.float")
    public FloatValue aFloat(FloatValue params) {
        return params;
    }

    @WebsocketRpc("wire.double")
    public DoubleValue aDouble(DoubleValue params) {
        return params;
    }

    @WebsocketRpc("wire.big_integer")
    public BigIntegerValue bigInteger(BigIntegerValue params) {
        return params;
    }

    @WebsocketRpc("wire.big_decimal")
    public BigDecimalValue bigDecimal(BigDecimalValue params) {
        return params;
    }

    @WebsocketRpc("wire.string")
    public StringValue string(StringValue params) {
        return params;
    }

    @WebsocketRpc("wire.char")
    public CharValue aChar(CharValue params) {
        return params;
    }

    @WebsocketRpc("wire.uuid")
    public UuidValue uuid(UuidValue params) {
        return params;
    }

    @WebsocketRpc("wire.bytes")
    public BytesValue bytes(BytesValue params) {
        return params;
    }
}
