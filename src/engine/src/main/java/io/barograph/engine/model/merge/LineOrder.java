package io.barograph.engine.model.merge;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.diff.RowOrder;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which order rows of two sides stand together. Rows of both are the backbone, in the order of the side that moved some; rows
 * of one side follow the row they follow there. Where both put rows at one place, the lower Rule ID comes first.
 */
final class LineOrder {

    /** Where the first match wins, so that it matters which of two new rows comes first. */
    private static final Set<Table> FIRST_MATCHES =
            EnumSet.of(Table.SEGMENTS, Table.ACCOUNT_TIERS, Table.THRESHOLDS, Table.COHORTS);

    private final List<Line> lines;
    private final List<Line> common;

    private LineOrder(List<Line> lines) {
        this.lines = lines;
        this.common = lines.stream()
                .filter(line -> line.in(Source.THEIRS) && line.in(Source.MINE))
                .toList();
    }

    /** @param first whose rows come first where both changed the order; null when it does not matter */
    static List<Line> of(List<Line> lines, @Nullable Source first) {
        return new LineOrder(lines).merged(first);
    }

    /** Why the order does not follow from both sides; null when it does. */
    static @Nullable String conflict(Table table, List<Line> lines) {
        LineOrder order = new LineOrder(lines);
        boolean there = order.moves(Source.THEIRS);
        boolean here = order.moves(Source.MINE);
        if (!RowOrder.DECIDES.contains(table)) {
            return null;
        }
        if (there && here && !order.ordered(Source.THEIRS).equals(order.ordered(Source.MINE))) {
            return "both moved rows, and their order decides";
        }
        if (!FIRST_MATCHES.contains(table)) {
            return null;
        }
        if ((there && order.adds(Source.MINE)) || (here && order.adds(Source.THEIRS))) {
            return (there ? "theirs moved rows, mine added" : "mine moved rows, theirs added")
                    + " some, and the first match wins";
        }
        return order.meet(table) ? "both added rows at one place, and the first match wins" : null;
    }

    /** The rows of a table in a side's order, as people know them. */
    static @Nullable String told(List<Line> lines, Source side) {
        String told = lines.stream()
                .filter(line -> line.row(side) != null)
                .sorted(Comparator.comparingInt(line -> line.number(side)))
                .map(Line::subject)
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? null : told;
    }

    private List<Line> merged(@Nullable Source first) {
        Source lead = first != null ? first : !moves(Source.THEIRS) && moves(Source.MINE) ? Source.MINE : Source.THEIRS;
        Map<@Nullable Line, List<Line>> leading = followers(lead);
        Map<@Nullable Line, List<Line>> others = followers(lead.other());
        List<Line> merged = new ArrayList<>(together(null, leading, others, first != null));
        for (Line line : ordered(lead)) {
            merged.add(line);
            merged.addAll(together(line, leading, others, first != null));
        }
        return merged;
    }

    private static List<Line> together(
            @Nullable Line place,
            Map<@Nullable Line, List<Line>> leading,
            Map<@Nullable Line, List<Line>> others,
            boolean settled) {
        List<Line> one = leading.getOrDefault(place, List.of());
        List<Line> other = others.getOrDefault(place, List.of());
        boolean swapped = !settled
                && !one.isEmpty()
                && !other.isEmpty()
                && key(other.get(0)).compareTo(key(one.get(0))) < 0;
        List<Line> all = new ArrayList<>(swapped ? other : one);
        all.addAll(swapped ? one : other);
        return all;
    }

    private static String key(Line line) {
        return Names.fold(line.subject());
    }

    /** Rows that only one side has, by the row of both that they follow there; null for those that follow none. */
    private Map<@Nullable Line, List<Line>> followers(Source side) {
        Map<@Nullable Line, List<Line>> followers = new HashMap<>();
        Line place = null;
        for (Line line : sorted(lines, side)) {
            if (line.in(side.other())) {
                place = line;
            } else {
                followers.computeIfAbsent(place, any -> new ArrayList<>()).add(line);
            }
        }
        return followers;
    }

    private boolean adds(Source side) {
        return lines.stream().anyMatch(line -> line.row(side) != null && !line.in(side.other()));
    }

    /** Whether both put rows at one place that compete. */
    private boolean meet(Table table) {
        Map<@Nullable Line, List<Line>> mine = followers(Source.MINE);
        return followers(Source.THEIRS).entrySet().stream()
                .anyMatch(there -> there.getValue().stream()
                        .anyMatch(line -> mine.getOrDefault(there.getKey(), List.of()).stream()
                                .anyMatch(other -> compete(table, line.row(), other.row()))));
    }

    private static boolean compete(Table table, @Nullable RowContent one, @Nullable RowContent other) {
        return one != null
                && other != null
                && RowOrder.competition(table, one).equals(RowOrder.competition(table, other));
    }

    /** Whether a side changed the order of rows that all three have. */
    private boolean moves(Source side) {
        List<Line> known = common.stream().filter(line -> line.in(Source.BASE)).toList();
        return !sorted(known, side).equals(sorted(known, Source.BASE));
    }

    private List<Line> ordered(Source side) {
        return sorted(common, side);
    }

    private static List<Line> sorted(List<Line> lines, Source side) {
        return lines.stream()
                .filter(line -> line.in(side))
                .sorted(Comparator.comparingInt(line -> line.number(side)))
                .toList();
    }
}
