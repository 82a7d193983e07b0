package io.barograph.engine.simulation;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns one table into another, edit by edit: what stays is left alone, then each changed or added row in the new order, then
 * the removed ones, at last the order of rows. Rows that mean something only together are one edit: all of Calibration,
 * and an indicator's rows in Scoring when its ranges change.
 */
final class TableEdits {

    /**
     * One edit.
     *
     * @param before rows it replaces; none when it adds
     * @param after rows it puts in their place; none when it removes
     */
    record Edit(List<Row> before, List<Row> after) {
        Edit() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        boolean changes() {
            return !bare(before).equals(bare(after));
        }

        private static List<Row> bare(List<Row> rows) {
            return rows.stream().map(RowCopy::bare).toList();
        }
    }

    private final Table table;
    private final List<Row> now;
    private final Map<String, Row> oldByKey = new LinkedHashMap<>();
    private final Map<String, Row> newByKey = new LinkedHashMap<>();

    TableEdits(Table table, List<Row> old, List<Row> now) {
        this.table = table;
        this.now = now;
        old.forEach(row -> oldByKey.put(key(row), row));
        now.forEach(row -> newByKey.put(key(row), row));
    }

    /** A row's Rule ID, or what it is about. */
    static String key(Row row) {
        String id = row.head().ruleId();
        return id == null ? "about " + subject(row) : Names.fold(id);
    }

    static String subject(Row row) {
        if (row instanceof Row.IndicatorRow indicator) {
            return indicator.term().key();
        }
        if (row instanceof Row.WeightRow weight) {
            return weight.indicator().label();
        }
        if (row instanceof Row.DimensionRow dimension) {
            return dimension.dimension();
        }
        if (row instanceof Row.CalibrationRow calibration) {
            return calibration.horizonDays() + " days from "
                    + calibration.scoreFrom().toPlainString();
        }
        return row.head().cell().toString();
    }

    /** Only those that change something. */
    List<Edit> edits() {
        Map<String, Edit> edits = new LinkedHashMap<>();
        newByKey.forEach((key, row) -> {
            Edit edit = edits.computeIfAbsent(unit(row), any -> new Edit());
            edit.after().add(row);
            Row old = oldByKey.get(key);
            if (old != null) {
                edit.before().add(old);
            }
        });
        oldByKey.forEach((key, row) -> {
            if (!newByKey.containsKey(key)) {
                edits.computeIfAbsent(unit(row), any -> new Edit()).before().add(row);
            }
        });
        return edits.values().stream().filter(Edit::changes).toList();
    }

    private String unit(Row row) {
        if (table == Table.CALIBRATION) {
            return "all";
        }
        if (row instanceof Row.ScoringRow scoring && rangesChange(scoring.term().key())) {
            return "indicator " + scoring.term().key();
        }
        return key(row);
    }

    private boolean rangesChange(String indicator) {
        return !ranges(oldByKey, indicator).equals(ranges(newByKey, indicator));
    }

    private static Map<String, @Nullable Condition> ranges(Map<String, Row> rows, String indicator) {
        Map<String, @Nullable Condition> ranges = new LinkedHashMap<>();
        rows.forEach((key, row) -> {
            if (row instanceof Row.ScoringRow scoring && scoring.term().key().equals(indicator)) {
                ranges.put(key, scoring.value());
            }
        });
        return ranges;
    }

    /** The table after an edit. */
    List<Row> apply(Edit edit, List<Row> rows) {
        List<Row> edited = new ArrayList<>(rows);
        int place = edit.before().stream()
                .mapToInt(rows::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElseGet(() -> placeOfNew(edit, rows));
        edited.removeAll(edit.before());
        edited.addAll(Math.min(place, edited.size()), edit.after());
        return edited;
    }

    /** Behind the row that precedes it in the new table. */
    private int placeOfNew(Edit edit, List<Row> rows) {
        String previous = null;
        for (Row row : now) {
            if (row.equals(edit.after().get(0))) {
                break;
            }
            previous = key(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (key(rows.get(i)).equals(previous)) {
                return i + 1;
            }
        }
        return previous == null ? 0 : rows.size();
    }

    /** Whether the rows stand in another order than they should in the end. */
    boolean outOfOrder(List<Row> rows) {
        return !Objects.equals(rows.stream().map(TableEdits::key).toList(), List.copyOf(newByKey.keySet()));
    }

    List<Row> inOrder() {
        return now;
    }
}
