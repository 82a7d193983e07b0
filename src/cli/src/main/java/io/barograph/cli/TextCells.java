package io.barograph.cli;

import io.barograph.engine.text.Printable;

/** Texts cut or filled to a number of terminal columns. */
final class TextCells {

    private TextCells() {}

    static String left(String text, int width) {
        String cell = Printable.shortened(text, width, "…");
        return cell + " ".repeat(width - Printable.columns(cell));
    }

    static String right(String text, int width) {
        String cell = Printable.shortened(text, width, "…");
        return " ".repeat(width - Printable.columns(cell)) + cell;
    }
}
