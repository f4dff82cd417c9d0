package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public enum Colour {
        RED,
        GREEN
    }

    public record Item(String name) {}

    public record Lists(
            List<String> list,
            Collection<Integer> collection,
            Iterable<Item> iterable,
            ArrayList<Item> concrete,
            String[] array,
            int[][] matrix,
            byte[][] blobs,
            List<List<Item>> nested,
            List<@Nullable String> holes,
            List<Optional<Item>> optionalItems) {}

    public record Sets(Set<String> set, SortedSet<Integer> sorted, LinkedHashSet<Item> linked) {}

    public record Maps(
            Map<String, Item> byText,
            Map<Colour, Integer> byColour,
            Map<UUID, String> byId,
            Map<Integer, String> byNumber,
            Map<Long, String> byLong,
            Map<LocalDate, BigDecimal> byDay,
            TreeMap<String, List<Item>> tree,
            Map<String, Map<String, @Nullable Item>> nested) {}

    public record Maybe(
            Optional<List<String>> list,
            @Nullable Set<String> set,
            Optional<Map<String, Integer>> map,
            OptionalInt number,
            OptionalLong big,
            OptionalDouble ratio,
            String @Nullable [] array) {}

    @WebsocketRpc("lists.echo")
    public Lists lists(Lists lists) {
        return lists;
    }

    @WebsocketRpc("sets.echo")
    public Sets sets(Sets sets) {
        return sets;
    }

    @WebsocketRpc("maps.echo")
    public Maps maps(Maps maps) {
        return maps;
    }

    @WebsocketRpc("maybe.echo")
    public Maybe maybe(Maybe maybe) {
        return maybe;
    }

    @WebsocketRpc("items.all")
    public List<Item> items() {
        return List.of();
    }
}
