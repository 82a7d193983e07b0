package io.barograph.engine.exchange;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.merge.MergeConflict;
import io.barograph.engine.text.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conflicts of a merge for a terminal of 80 columns.
 *
 * <p>Workbooks are other people's words: control and direction characters in them never reach the terminal.
 */
public final class MergeText {

    private static final int WIDTH = 80;
    private static final int DETAIL = 4;

    private static final String BOLD = "1";

    /**
     * What is told of a conflict, wherever it was found.
     *
     * @param place where it stands in theirs, else in mine, else its sheet or file
     */
    public record Told(
            String conflict,
            String place,
            @Nullable String words,
            String message,
            @Nullable String base,
            @Nullable String theirs,
            @Nullable String mine,
            String remedy) {}

    private final Look look;
    private final StringBuilder out = new StringBuilder();

    private MergeText(Look look) {
        this.look = look;
    }

    public static Told told(MergeConflict conflict) {
        CellAddress cell = conflict.cellTheirs() == null ? conflict.cellMine() : conflict.cellTheirs();
        return new Told(
                conflict.id(),
                cell != null
                        ? cell.toString()
                        : conflict.sheet() == null ? conflict.file() : conflict.file() + "!" + conflict.sheet(),
                conflict.words(),
                conflict.message(),
                conflict.base(),
                conflict.theirs(),
                conflict.mine(),
                conflict.remedy());
    }

    public static String of(List<Told> conflicts, Look look) {
        MergeText text = new MergeText(look);
        conflicts.forEach(text::conflict);
        int count = conflicts.size();
        text.lines(count == 1 ? "one conflict; nothing was merged" : count + " conflicts; nothing was merged", 0, BOLD);
        return text.out.toString();
    }

    private void conflict(Told conflict) {
        lines(conflict.place(), 0, BOLD);
        if (conflict.words() != null) {
            lines(conflict.words(), 2, "");
        }
        lines(conflict.message(), 2, "");
        side("base", conflict.base());
        side("theirs", conflict.theirs());
        side("mine", conflict.mine());
        lines("conflict " + conflict.conflict(), 2, "");
        lines(conflict.remedy(), 2, "");
        out.append('\n');
    }

    private void side(String name, @Nullable String value) {
        lines(name + ": " + (value == null ? "nothing" : value), DETAIL, "");
    }

    private void lines(String text, int indent, String style) {
        for (String line : Printable.wrapped(look.written(text), WIDTH - indent)) {
            out.append(" ".repeat(indent)).append(look.styled(style, line)).append('\n');
        }
    }
}
