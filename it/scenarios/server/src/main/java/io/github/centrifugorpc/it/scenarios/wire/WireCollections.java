package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arrays and maps, handed back. */
public final class WireCollections {

    public record IntList(List<Integer> value) {}

    public record HoleyList(List<@Nullable Integer> value) {}

    public record Table(List<List<String>> value) {}

    public record PointList(List<Point> value) {}

    public record IntArray(int[] value) {}

    public record StringSet(Set<String> value) {}

    public record LevelSet(Set<Level> value) {}

    public record StringMap(Map<String, Integer> value) {}

    public record LevelMap(Map<Level, Integer> value) {}

    public record UuidMap(Map<UUID, Integer> value) {}

    public record ByteMap(Map<Byte, Integer> value) {}

    public record IntMap(Map<Integer, Integer> value) {}

    public record LongMap(Map<Long, Integer> value) {}

    public record BigIntegerMap(Map<BigInteger, Integer> value) {}

    public record LocalDateMap(Map<LocalDate, Integer> value) {}

    public record HoleyMap(Map<String, @Nullable Integer> value) {}

    public record ListMap(Map<String, List<Point>> value) {}

    @WebsocketRpc("wire.list")
    public IntList list(IntList params) {
        return params;
    }

    @WebsocketRpc("wire.list_of_nullable")
    public HoleyList listOfNullable(HoleyList params) {
        return params;
    }

    @WebsocketRpc("wire.list_of_lists")
    public Table listOfLists(Table params) {
        return params;
    }

    @WebsocketRpc("wire.list_of_objects")
    public PointList listOfObjects(PointList params) {
        return params;
    }

    @WebsocketRpc("wire.array")
    public IntArray array(IntArray params) {
        return params;
    }

    @WebsocketRpc("wire.set")
    public StringSet set(StringSet params) {
        return params;
    }

    @WebsocketRpc("wire.set_of_enums")
    public LevelSet setOfEnums(LevelSet params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_string")
    public StringMap mapByString(StringMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_enum")
    public LevelMap mapByEnum(LevelMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_uuid")
    public UuidMap mapByUuid(UuidMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_byte")
    public ByteMap mapByByte(ByteMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_int")
    public IntMap mapByInt(IntMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_long")
    public LongMap mapByLong(LongMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_big_integer")
    public BigIntegerMap mapByBigInteger(BigIntegerMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_by_local_date")
    public LocalDateMap mapByLocalDate(LocalDateMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_of_nullable")
    public HoleyMap mapOfNullable(HoleyMap params) {
        return params;
    }

    @WebsocketRpc("wire.map_of_lists")
    public ListMap mapOfLists(ListMap params) {
        return params;
    }
}
