package io.barograph.engine.authoring;

import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.CellMark;
import io.barograph.engine.workbook.CellMark.Tone;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.ColumnPlan.Format;
import io.barograph.engine.workbook.SheetPlan;
import io.barograph.engine.workbook.WorkbookPlan;
import io.barograph.engine.workbook.WorkbookWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two models as one workbook: a Summary with a row a change, and every sheet that changed as it is
 * now: changed cells yellow with the old value in a comment, added rows green, removed rows red below the others.
 */
public final class AnnotatedDiff {

    private static final int LONGEST_SHEET_NAME = 31;

    private AnnotatedDiff() {}

    /** The bytes of an {@code .xlsx} file. */
    public static byte[] write(ModelDiff diff) {
        List<SheetPlan> sheets = new ArrayList<>();
        sheets.add(summary(diff));
        Map<String, List<ModelChange>> changed = new LinkedHashMap<>();
        for (ModelChange change : diff.changes()) {
            if (change.row() != null && change.table() != null) {
                changed.computeIfAbsent(change.file() + "!" + change.sheet(), any -> new ArrayList<>())
                        .add(change);
            }
        }
        Set<String> names = new HashSet<>(Set.of("summary"));
        for (List<ModelChange> changes : changed.values()) {
            SheetPlan sheet = new AnnotatedTable(diff, changes).plan();
            sheets.add(new SheetPlan(
                    free(changes.get(0), names), sheet.columns(), sheet.groupBy(), sheet.rows(), sheet.marks()));
        }
        return WorkbookWriter.write(
                new WorkbookPlan(diff.before().name() + " → " + diff.after().name(), List.of(), sheets));
    }

    private static SheetPlan summary(ModelDiff diff) {
        List<ColumnPlan> columns = List.of(
                ColumnPlan.outcome("File", Format.TEXT, 22),
                ColumnPlan.outcome("Sheet", Format.TEXT, 16),
                ColumnPlan.outcome("Row", Format.TEXT, 26),
                ColumnPlan.outcome("What changed", Format.TEXT, 22),
                ColumnPlan.prose("In words", 60),
                ColumnPlan.prose("Before", 36),
                ColumnPlan.prose("After", 36));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<CellMark> marks = new ArrayList<>();
        for (ModelChange change : diff.changes()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(change.file());
            row.add(change.sheet());
            row.add(change.row());
            row.add(words(change.kind()));
            row.add(change.message());
            row.add(change.before());
            row.add(change.after());
            marks.add(new CellMark(rows.size(), 3, tone(change.kind()), null));
            rows.add(row);
        }
        return new SheetPlan("Summary", columns, "File", rows, marks);
    }

    /** {@code weight-changed} → {@code weight changed}. */
    static String words(Kind kind) {
        return kind.label().replace('-', ' ');
    }

    static Tone tone(Kind kind) {
        return switch (kind) {
            case WORKBOOK_ADDED, SHEET_ADDED, ROW_ADDED, FIELD_ADDED, RULE_FILE_ADDED -> Tone.ADDED;
            case WORKBOOK_REMOVED, SHEET_REMOVED, ROW_REMOVED, FIELD_REMOVED, RULE_FILE_REMOVED -> Tone.REMOVED;
            default -> Tone.CHANGED;
        };
    }

    /** {@code enterprise Weights}, within what a spreadsheet allows. */
    private static String free(ModelChange change, Set<String> names) {
        String file = change.file().replaceFirst("(?i)\\.xlsx$", "");
        String sheet = String.valueOf(change.sheet());
        int room = Math.max(1, LONGEST_SHEET_NAME - sheet.length() - 1);
        String start = file.length() > room ? file.substring(0, room) : file;
        String name = (start + " " + sheet).replaceAll("[\\\\/*?:\\[\\]]", "-");
        String free = name.substring(0, Math.min(LONGEST_SHEET_NAME, name.length()));
        for (int number = 2; !names.add(Names.fold(free)); number++) {
            String end = " " + number;
            free = name.substring(0, Math.min(LONGEST_SHEET_NAME - end.length(), name.length())) + end;
        }
        return free.toLowerCase(Locale.ROOT).equals("history") ? free + " 2" : free;
    }
}
