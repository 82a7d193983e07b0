package io.barograph.engine.model.merge;

import io.barograph.engine.issue.CellAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that both sides changed, each in its own way.
 *
 * @param id names it in a {@link Resolution}; the same as long as the three models are: {@code
 *     enterprise.xlsx!Weights!Seat utilisation!Retention}
 * @param file the workbook, contract or rule file
 * @param sheet null for a whole file
 * @param row Rule ID, or what the row is about where it has none; null when no single row is concerned
 * @param words the row as a person would tell it; null where there is no row
 * @param column header of the cell; null when no single cell is concerned
 * @param cellTheirs where it stands in theirs; null when it does not
 * @param cellMine where it stands in mine; null when it does not
 * @param base what was there before either changed it, as text; null when nothing was
 * @param theirs what is there now; null when nothing is
 * @param mine what is there now; null when nothing is
 * @param message what happened, in one line
 * @param remedy what to do, in one line
 */
public record MergeConflict(
        String id,
        Kind kind,
        String file,
        @Nullable String sheet,
        @Nullable String row,
        @Nullable String words,
        @Nullable String column,
        @Nullable CellAddress cellTheirs,
        @Nullable CellAddress cellMine,
        @Nullable String base,
        @Nullable String theirs,
        @Nullable String mine,
        String message,
        String remedy) {

    /** What kind of conflict it is; the label is stable and safe to match on. */
    public enum Kind {
        CELL_CHANGED_TWICE,
        /** Two different rows were given one Rule ID. */
        ROW_ADDED_TWICE,
        ROW_REMOVED_AND_CHANGED,
        /** Order decides, and it does not follow from both sides which row comes first. */
        ORDER_CHANGED_TWICE,
        COLUMN_REMOVED_AND_CHANGED,
        SHEET_REMOVED_AND_CHANGED,
        FILE_REMOVED_AND_CHANGED,
        /** A data contract or a rule file; these are not merged line by line. */
        FILE_CHANGED_TWICE;

        /** Kebab case, for example {@code cell-changed-twice}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it can be settled by a value of neither side. */
        public boolean takesValue() {
            return this == CELL_CHANGED_TWICE || this == ROW_ADDED_TWICE;
        }

        String remedy() {
            return switch (this) {
                case CELL_CHANGED_TWICE -> "take theirs or mine, or give another value";
                case ROW_ADDED_TWICE ->
                    "take theirs or mine, or give another Rule ID as the value, for mine to stay beside theirs";
                case ORDER_CHANGED_TWICE -> "take theirs or mine to say whose rows come first";
                case ROW_REMOVED_AND_CHANGED,
                        COLUMN_REMOVED_AND_CHANGED,
                        SHEET_REMOVED_AND_CHANGED,
                        FILE_REMOVED_AND_CHANGED,
                        FILE_CHANGED_TWICE -> "take theirs or mine";
            };
        }
    }

    /** The same conflict under another id. */
    MergeConflict called(String other) {
        return new MergeConflict(
                other,
                kind,
                file,
                sheet,
                row,
                words,
                column,
                cellTheirs,
                cellMine,
                base,
                theirs,
                mine,
                message,
                remedy);
    }
}
