package io.barograph.engine.model.diff;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the fewest rows that must have been moved to come from one order to the other. */
public final class RowOrder {

    /** Tables in which the first match wins, or sheet order ranks what is equal otherwise. */
    public static final Set<Table> DECIDES = Collections.unmodifiableSet(
            EnumSet.of(Table.SEGMENTS, Table.ACCOUNT_TIERS, Table.THRESHOLDS, Table.COHORTS, Table.PLAYBOOKS));

    private final Table table;
    private final RowPairs pairs;
    private final Map<RowContent, Integer> placeBefore = new HashMap<>();

    RowOrder(Table table, List<RowContent> old, RowPairs pairs) {
        this.table = table;
        this.pairs = pairs;
        for (int i = 0; i < old.size(); i++) {
            placeBefore.put(old.get(i), i);
        }
    }

    Set<RowContent> moved(List<RowContent> now) {
        Map<String, List<RowContent>> ladders = new LinkedHashMap<>();
        for (RowContent row : now) {
            if (pairs.before(row) != null) {
                ladders.computeIfAbsent(competition(table, row), any -> new ArrayList<>())
                        .add(row);
            }
        }
        Set<RowContent> moved = new HashSet<>();
        ladders.values().forEach(rows -> {
            moved.addAll(rows);
            moved.removeAll(stayed(rows));
        });
        return moved;
    }

    /** What a row competes for: rows compete within the whole table; those of Thresholds only for one score. */
    public static String competition(Table table, RowContent row) {
        return table != Table.THRESHOLDS
                ? ""
                : row.cells().stream()
                        .filter(cell -> cell.column().equals("Applies to"))
                        .map(CellContent::text)
                        .map(Names::fold)
                        .findFirst()
                        .orElse("");
    }

    /** The longest run of rows that kept their order. */
    private List<RowContent> stayed(List<RowContent> rows) {
        int[] place = rows.stream()
                .mapToInt(row -> placeBefore.getOrDefault(pairs.before(row), -1))
                .toArray();
        int[] length = new int[rows.size()];
        int[] previous = new int[rows.size()];
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (place[j] < place[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        List<RowContent> stayed = new ArrayList<>();
        for (int i = last; i >= 0; i = previous[i]) {
            stayed.add(rows.get(i));
        }
        return stayed;
    }
}
