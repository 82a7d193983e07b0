package io.barograph.engine.model.diff;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.model.parse.TableContent.CellContent;
import org.jspecify.annotations.Nullable;

/** What it means that one cell changed, and how people say it. */
final class CellChange {

    private CellChange() {}

    static Kind kind(Table table, CellContent cell) {
        return switch (cell.role()) {
            case RULE_ID -> Kind.RULE_ID_CHANGED;
            case BECAUSE -> Kind.BECAUSE_CHANGED;
            case NOTE -> Kind.NOTE_CHANGED;
            case CONDITION -> Kind.CONDITION_CHANGED;
            case ACTIVE, SUBJECT, OUTCOME ->
                isWeight(table)
                        ? Kind.WEIGHT_CHANGED
                        : isThreshold(table, cell) ? Kind.THRESHOLD_MOVED : Kind.VALUE_CHANGED;
        };
    }

    /** @param before null when the cell was empty; {@code after} null when it is */
    static String told(Table table, CellContent cell, @Nullable String before, @Nullable String after) {
        String what = switch (kind(table, cell)) {
            case RULE_ID_CHANGED -> "Rule ID";
            case BECAUSE_CHANGED -> "Because";
            case NOTE_CHANGED -> "Note";
            case CONDITION_CHANGED -> "condition `" + cell.header() + "`";
            case WEIGHT_CHANGED -> table == Table.OVERALL ? "weight in overall" : "weight in " + cell.header();
            case THRESHOLD_MOVED -> "threshold";
            default -> table == Table.MODEL ? "" : "`" + cell.header() + "`";
        };
        return (what + " " + change(kind(table, cell), before, after)).strip();
    }

    private static String change(Kind kind, @Nullable String before, @Nullable String after) {
        boolean condition = kind == Kind.CONDITION_CHANGED;
        if (before == null) {
            return after + (condition ? " added" : " (was empty)");
        }
        if (after == null) {
            return before + (condition ? " dropped" : " → empty");
        }
        return (kind == Kind.THRESHOLD_MOVED ? "moved " : "") + before + " → " + after;
    }

    private static boolean isWeight(Table table) {
        return table == Table.WEIGHTS || table == Table.OVERALL;
    }

    private static boolean isThreshold(Table table, CellContent cell) {
        return table == Table.THRESHOLDS && cell.column().equals("From");
    }
}
