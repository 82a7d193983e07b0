package io.barograph.engine.model.parse;

import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bands that Thresholds gives each score, gathered once for all rows that name one. */
final class ScoreBands {

    /** @param folded the names of its bands */
    record Ladder(TableRow first, Set<String> folded) {
        boolean has(String band) {
            return folded.contains(Names.fold(band));
        }
    }

    private final boolean readable;
    private final Map<String, Set<String>> bands = new HashMap<>();
    private final Map<String, Map<Object, Ladder>> ladders = new HashMap<>();

    ScoreBands(ParsedWorkbook workbook) {
        List<TableRow> rows = workbook.sources(ThresholdsTable.KIND);
        this.readable = workbook.table(ThresholdsTable.KIND) != null
                && rows.stream().noneMatch(row -> row.isFaulty(ThresholdsTable.APPLIES_TO));
        for (TableRow row : rows) {
            String score = row.get(ThresholdsTable.APPLIES_TO);
            if (score != null) {
                add(score, row);
            }
        }
    }

    private void add(String score, TableRow row) {
        String band = row.text(ThresholdsTable.BAND);
        bands.computeIfAbsent(score, unused -> new LinkedHashSet<>()).add(Names.clean(band));
        if (row.hasSoundConditions()) {
            ladders.computeIfAbsent(score, unused -> new LinkedHashMap<>())
                    .computeIfAbsent(Ladders.key(score, row.clauses()), unused -> new Ladder(row, new HashSet<>()))
                    .folded()
                    .add(Names.fold(band));
        }
    }

    /** Whether there are thresholds and it is known what score each of them is about. */
    boolean readable() {
        return readable;
    }

    /** As Thresholds writes them, from the top. */
    List<String> of(String score) {
        return new ArrayList<>(bands.getOrDefault(score, Set.of()));
    }

    Collection<Ladder> ladders(String score) {
        return ladders.getOrDefault(score, Map.of()).values();
    }
}
