package io.barograph.engine.model.parse;

import io.barograph.engine.text.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which rows of Playbooks suppress which others, by the names of playbooks and channels. */
final class SuppressionGraph {

    private final List<TableRow> rows;
    private final List<Set<String>> suppressed = new ArrayList<>();
    /** Positions of the rows that go by a name, rising. */
    private final Map<String, List<Integer>> called = new HashMap<>();

    SuppressionGraph(List<TableRow> rows) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            Set<String> names = new HashSet<>();
            suppressed(rows.get(i)).forEach(name -> names.add(Names.fold(name)));
            suppressed.add(names);
            for (String name : names(i)) {
                called.computeIfAbsent(name, unused -> new ArrayList<>()).add(i);
            }
        }
    }

    static List<String> suppressed(TableRow row) {
        List<String> names = row.get(PlaybooksTable.SUPPRESSES);
        return names == null ? List.of() : names;
    }

    /** Circles, each from the first row of it that is on no earlier one, along the first way back to that row. */
    List<List<TableRow>> circles() {
        List<List<TableRow>> circles = new ArrayList<>();
        Set<TableRow> told = new HashSet<>();
        boolean[] open = leadingToCircles();
        for (int start = 0; start < rows.size(); start++) {
            if (open[start] && !told.contains(rows.get(start))) {
                List<TableRow> circle = circle(start);
                told.addAll(circle);
                if (!circle.isEmpty()) {
                    circles.add(circle);
                }
            }
        }
        return circles;
    }

    private Set<String> names(int row) {
        Set<String> names = new HashSet<>();
        names.add(playbook(row));
        String channel = rows.get(row).text(PlaybooksTable.CHANNEL);
        if (!channel.isEmpty()) {
            names.add(Names.fold(channel));
        }
        return names;
    }

    private String playbook(int row) {
        return Names.fold(rows.get(row).text(PlaybooksTable.PLAYBOOK));
    }

    /** What is left once rows that suppress no row that is left have been taken away, over and over. */
    private boolean[] leadingToCircles() {
        Map<String, Integer> alive = new HashMap<>();
        Map<String, List<Integer>> suppressing = new HashMap<>();
        called.forEach((name, positions) -> alive.put(name, positions.size()));
        int[] reasons = new int[rows.size()];
        boolean[] open = new boolean[rows.size()];
        Deque<Integer> idle = new ArrayDeque<>();
        for (int i = 0; i < rows.size(); i++) {
            for (String name : suppressed.get(i)) {
                if (alive.containsKey(name)) {
                    reasons[i]++;
                    suppressing
                            .computeIfAbsent(name, unused -> new ArrayList<>())
                            .add(i);
                }
            }
            open[i] = reasons[i] > 0;
            if (!open[i]) {
                idle.add(i);
            }
        }
        while (!idle.isEmpty()) {
            for (String name : names(idle.remove())) {
                if (alive.merge(name, -1, Integer::sum) == 0) {
                    for (int row : suppressing.getOrDefault(name, List.of())) {
                        if (--reasons[row] == 0) {
                            open[row] = false;
                            idle.add(row);
                        }
                    }
                }
            }
        }
        return open;
    }

    /** From a row back to it; empty when there is no way. */
    private List<TableRow> circle(int start) {
        List<TableRow> path = new ArrayList<>(List.of(rows.get(start)));
        Set<Integer> visited = new HashSet<>(Set.of(start));
        Deque<Iterator<Integer>> ways = new ArrayDeque<>(List.of(next(start)));
        while (!ways.isEmpty()) {
            if (!ways.getLast().hasNext()) {
                ways.removeLast();
                path.remove(path.size() - 1);
                continue;
            }
            int next = ways.getLast().next();
            if (next == start) {
                return path;
            }
            if (visited.add(next)) {
                path.add(rows.get(next));
                ways.add(next(next));
            }
        }
        return List.of();
    }

    /** The rows that a row suppresses, from the top; never those of its own playbook. */
    private Iterator<Integer> next(int row) {
        Set<Integer> next = new TreeSet<>();
        suppressed.get(row).forEach(name -> next.addAll(called.getOrDefault(name, List.of())));
        String own = playbook(row);
        next.removeIf(other -> playbook(other).equals(own));
        return next.iterator();
    }
}
