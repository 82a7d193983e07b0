package io.barograph.engine.model.diff;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two models.
 *
 * @param file the workbook, contract or rule file, by its name in the newer model where it is in both
 * @param table null outside the tables of a workbook
 * @param sheet the table's name, or an unknown sheet's; null where there is none
 * @param row Rule ID, or what the row is about where it has none; of a contract: the field; null for the whole sheet or file
 * @param words the row as a person would tell it; null where there is no row
 * @param column header of the changed cell; of a contract: the property; null when no single cell changed
 * @param before what was there, as text; null when nothing was
 * @param after what is there now; null when nothing is. Of a row added where order decides: {@code after ENT-TH-04} or {@code
 *     the first}
 * @param cellBefore where it stood; null when it did not
 * @param cellAfter where it stands; null when it does not
 * @param message the change in one line: {@code weight in Retention 20 → 25}
 */
public record ModelChange(
        Kind kind,
        String file,
        @Nullable Table table,
        @Nullable String sheet,
        @Nullable String row,
        @Nullable String words,
        @Nullable String column,
        @Nullable String before,
        @Nullable String after,
        @Nullable CellAddress cellBefore,
        @Nullable CellAddress cellAfter,
        String message) {

    /** What kind of change it is; the label is stable and safe to match on. */
    public enum Kind {
        WORKBOOK_ADDED,
        WORKBOOK_REMOVED,
        SHEET_ADDED,
        SHEET_REMOVED,
        /** A sheet that is no table, such as Read me, says something else. */
        TEXT_CHANGED,
        ROW_ADDED,
        ROW_REMOVED,
        /** Told where the order of rows decides. */
        ROW_MOVED,
        ROW_SWITCHED_OFF,
        ROW_SWITCHED_ON,
        RULE_ID_CHANGED,
        CONDITION_CHANGED,
        WEIGHT_CHANGED,
        THRESHOLD_MOVED,
        VALUE_CHANGED,
        BECAUSE_CHANGED,
        NOTE_CHANGED,
        FIELD_ADDED,
        FIELD_REMOVED,
        FIELD_CHANGED,
        CONTRACT_CHANGED,
        RULE_FILE_ADDED,
        RULE_FILE_REMOVED,
        RULE_FILE_CHANGED;

        /** Kebab case, for example {@code weight-changed}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same change of a row, with the place it has among the others. */
    ModelChange standing(String place) {
        return new ModelChange(
                kind, file, table, sheet, row, words, column, before, place, cellBefore, cellAfter, message);
    }
}
