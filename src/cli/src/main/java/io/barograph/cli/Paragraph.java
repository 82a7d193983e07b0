package io.barograph.cli;

import io.barograph.engine.text.Printable;
import java.util.List;

/** Running text for a terminal of 80 columns. */
final class Paragraph {

    private static final int WIDTH = 80;

    private Paragraph() {}

    /** @param indent of all lines but the first */
    static String of(String text, int indent) {
        List<String> lines = Printable.wrapped(text, WIDTH - indent);
        return String.join("\n" + " ".repeat(indent), lines) + "\n";
    }
}
