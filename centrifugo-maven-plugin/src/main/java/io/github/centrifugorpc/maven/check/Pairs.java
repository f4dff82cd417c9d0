package io.github.centrifugorpc.maven.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds things that share what should tell them apart. */
final class Pairs {

    private Pairs() {}

    /** The things without those that share their name with an earlier one, which another rule reports. */
    static <T> List<T> distinct(List<T> things, Function<T, String> name) {
        Map<String, T> first = new LinkedHashMap<>();
        things.forEach(thing -> first.putIfAbsent(name.apply(thing), thing));
        return List.copyOf(first.values());
    }

    /** One problem for each thing whose key an earlier one has already. */
    static <T> Stream<Problem> sharing(List<T> things, Function<T, String> key, BiFunction<T, T, Problem> problem) {
        Map<String, T> first = new LinkedHashMap<>();
        return things.stream().flatMap(thing -> {
            T earlier = first.putIfAbsent(key.apply(thing), thing);
            return earlier == null ? Stream.empty() : Stream.of(problem.apply(earlier, thing));
        });
    }
}
