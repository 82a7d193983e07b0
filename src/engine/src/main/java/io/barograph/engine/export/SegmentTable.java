package io.barograph.engine.export;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import org.jspecify.annotations.Nullable;

/** Starts tables of one segment's workbook. */
abstract class SegmentTable {

    private static final String RULE = "drools.getRule().getName()";

    final SegmentModel segment;
    private final String ruleSet;

    SegmentTable(String ruleSet, SegmentModel segment) {
        this.ruleSet = ruleSet;
        this.segment = segment;
    }

    RuleTableDraft draft(Table table, String pattern) {
        return new RuleTableDraft(ruleSet, table.sheet() + " of " + CellCode.of(segment.segment()), pattern);
    }

    /** A rule that fires when an account of the segment is at a table. */
    RuleTableDraft.RowDraft row(RuleTableDraft draft, Row row, String table) {
        return at(draft.row(row.head()), table);
    }

    RuleTableDraft.RowDraft at(RuleTableDraft.RowDraft row, String table) {
        return ofSegment(row.always("table == \"$param\"", "Table", table));
    }

    RuleTableDraft.RowDraft ofSegment(RuleTableDraft.RowDraft row) {
        return row.always("segment == \"$param\"", "Segment", CellCode.of(Names.fold(segment.segment())));
    }

    /** Starts a list's entry, which later columns fill; {@code name} is its first property. */
    static String entry(String list, String name) {
        return "Map row = entry($s, \"" + list + "\", " + RULE + "); " + text(name);
    }

    /** The same for tables whose rows do not fire. */
    static String silentEntry(String list, String name) {
        return "Map row = entry($s, \"" + list + "\"); " + text(name);
    }

    static String text(String name) {
        return "row.put(\"" + name + "\", text(\"$param\"));";
    }

    static String number(String name) {
        return "row.put(\"" + name + "\", new BigDecimal(\"$param\"));";
    }

    static String whole(String name) {
        return "row.put(\"" + name + "\", Integer.valueOf(\"$param\"));";
    }

    static String flag(String name) {
        return "row.put(\"" + name + "\", Boolean.valueOf(\"$param\"));";
    }

    static @Nullable String cell(@Nullable String text) {
        return text == null ? null : CellCode.of(text);
    }

    static @Nullable String cell(@Nullable Number number) {
        return number == null
                ? null
                : number instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
}
