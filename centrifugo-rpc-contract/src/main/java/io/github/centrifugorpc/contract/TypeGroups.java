package io.github.centrifugorpc.contract;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The types of a contract in sorted groups that reach each other, each group after all that it reaches: Tarjan's
 * algorithm, without recursion, because chains of types may be longer than a stack is deep.
 */
final class TypeGroups {

    private final Map<String, SortedSet<String>> uses;
    private final Map<String, Visit> visits = new HashMap<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final List<List<String>> groups = new ArrayList<>();

    private TypeGroups(Map<String, SortedSet<String>> uses) {
        this.uses = uses;
    }

    /** A type whose uses are being followed, or have been. */
    private static final class Visit {

        final String name;
        final Iterator<String> left;
        final int number;
        /** The earliest type that it reaches and whose group is open. */
        int lowest;

        boolean isOpen = true;

        Visit(String name, Iterator<String> left, int number) {
            this.name = name;
            this.left = left;
            this.number = number;
            this.lowest = number;
        }

        void reaches(int other) {
            lowest = Math.min(lowest, other);
        }
    }

    /**
     * The groups.
     *
     * @param uses for each type the types that it names
     */
    static List<List<String>> of(Map<String, SortedSet<String>> uses) {
        var groups = new TypeGroups(uses);
        uses.keySet().forEach(groups::visitAllFrom);
        return groups.groups;
    }

    private void visitAllFrom(String start) {
        if (visits.containsKey(start)) {
            return;
        }
        enter(start);
        while (!path.isEmpty()) {
            var visit = path.element();
            if (visit.left.hasNext()) {
                follow(visit, visit.left.next());
            } else {
                path.pop();
                leave(visit);
            }
        }
    }

    private void enter(String name) {
        var visit = new Visit(
                name, uses.getOrDefault(name, Collections.emptySortedSet()).iterator(), visits.size());
        visits.put(name, visit);
        open.push(visit);
        path.push(visit);
    }

    private void follow(Visit from, String name) {
        var to = visits.get(name);
        if (to == null) {
            enter(name);
        } else if (to.isOpen) {
            from.reaches(to.number);
        }
    }

    private void leave(Visit visit) {
        if (visit.lowest < visit.number) {
            path.element().reaches(visit.lowest);
            return;
        }
        var group = new ArrayList<String>();
        Visit last;
        do {
            last = open.pop();
            last.isOpen = false;
            group.add(last.name);
        } while (last != visit);
        group.sort(naturalOrder());
        groups.add(group);
    }
}
