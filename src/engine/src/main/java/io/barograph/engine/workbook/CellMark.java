package io.barograph.engine.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A cell that stands out.
 *
 * @param row of the table, from 0
 * @param column from 0
 * @param comment shown when the mouse rests on the cell; null for none
 */
public record CellMark(
        int row, int column, Tone tone, @Nullable String comment) {

    /** What a mark says, by colour. */
    public enum Tone {
        /** Yellow. */
        CHANGED("FFF2B3"),
        /** Green. */
        ADDED("D9F2DC"),
        /** Red. */
        REMOVED("F9D6D5");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }

        String colour() {
            return colour;
        }
    }
}
