package io.github.centrifugorpc.maven.scan;

import java.util.Set;

/** The collections of the JDK that travel as arrays and objects. */
final class Containers {

    private static final Set<String> LISTS = Set.of(
            "java.lang.Iterable",
            "java.util.Collection",
            "java.util.List",
            "java.util.ArrayList",
            "java.util.LinkedList");

    private static final Set<String> SETS = Set.of(
            "java.util.Set",
            "java.util.SequencedSet",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.SortedSet",
            "java.util.NavigableSet",
            "java.util.TreeSet",
            "java.util.EnumSet");

    private static final Set<String> MAPS = Set.of(
            "java.util.Map",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.SortedMap",
            "java.util.NavigableMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.ConcurrentHashMap");

    private Containers() {}

    static boolean isList(String qualifiedName) {
        return LISTS.contains(qualifiedName);
    }

    static boolean isSet(String qualifiedName) {
        return SETS.contains(qualifiedName);
    }

    static boolean isMap(String qualifiedName) {
        return MAPS.contains(qualifiedName);
    }
}
