package io.barograph.engine.model.parse;

import io.barograph.engine.model.RowHead;

/** A kind of table: its form, and how a sound row becomes a typed one. */
record TableKind<R>(TableForm form, Maker<R> maker) {

    /** Makes a typed row of cells that have all been read without a complaint. */
    @FunctionalInterface
    interface Maker<R> {
        R make(TableRow row, RowHead head);
    }
}
