package io.barograph.engine.exchange;

import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.text.Printable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two models for a terminal of 80 columns, by file, sheet and row.
 *
 * <p>Workbooks are other people's words: control and direction characters in them never reach the terminal.
 */
public final class DiffText {

    private static final int WIDTH = 80;
    private static final int ROW = 2;
    private static final int DETAIL = 6;

    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String RED = "31";

    private final Look look;
    private final StringBuilder out = new StringBuilder();

    private DiffText(Look look) {
        this.look = look;
    }

    public static String of(ModelDiff diff, Look look) {
        DiffText text = new DiffText(look);
        text.unreadable(diff.unreadable());
        ModelChange before = null;
        for (ModelChange change : diff.changes()) {
            text.heading(before, change);
            text.change(before, change);
            before = change;
        }
        text.summary(diff);
        return text.out.toString();
    }

    private void unreadable(List<ModelDiff.Unreadable> files) {
        for (ModelDiff.Unreadable file : files) {
            lines(
                    "not compared: %s of the model %s: %s"
                            .formatted(
                                    file.issue().cell(),
                                    file.side(),
                                    file.issue().message()),
                    0,
                    RED);
        }
        if (!files.isEmpty()) {
            out.append('\n');
        }
    }

    private void heading(@Nullable ModelChange before, ModelChange change) {
        if (before != null && before.file().equals(change.file()) && Objects.equals(before.sheet(), change.sheet())) {
            return;
        }
        if (before != null) {
            out.append('\n');
        }
        lines(change.sheet() == null ? change.file() : change.file() + " › " + change.sheet(), 0, BOLD);
    }

    private void change(@Nullable ModelChange before, ModelChange change) {
        if (change.kind() == Kind.ROW_ADDED) {
            lines("+ " + change.words(), ROW, GREEN);
            if (change.after() != null) {
                lines("stands " + change.after(), DETAIL, "");
            }
        } else if (change.kind() == Kind.ROW_REMOVED) {
            lines("− " + change.words(), ROW, RED);
        } else if (change.row() == null) {
            lines(change.message(), ROW, "");
        } else {
            if (before == null || !sameRow(before, change)) {
                lines(String.valueOf(change.words()), ROW, "");
            }
            detail(change);
        }
    }

    private static boolean sameRow(ModelChange one, ModelChange other) {
        return Objects.equals(one.row(), other.row())
                && Objects.equals(one.sheet(), other.sheet())
                && one.file().equals(other.file())
                && one.kind() != Kind.ROW_ADDED
                && one.kind() != Kind.ROW_REMOVED;
    }

    /** What is too long for one line is told in two: what was and what is. */
    private void detail(ModelChange change) {
        boolean fits = Printable.columns(change.message()) <= WIDTH - DETAIL;
        if (fits || change.before() == null || change.after() == null) {
            lines(change.message(), DETAIL, "");
            return;
        }
        lines(change.column() + " changed", DETAIL, "");
        lines("was: " + change.before(), DETAIL + 2, RED);
        lines("is:  " + change.after(), DETAIL + 2, GREEN);
    }

    private void summary(ModelDiff diff) {
        String names = diff.before().name() + " → " + diff.after().name() + ": ";
        if (!diff.changes().isEmpty()) {
            int count = diff.changes().size();
            out.append('\n');
            lines(names + (count == 1 ? "one change" : count + " changes"), 0, BOLD);
        } else if (diff.sameDigest()) {
            lines(names + "no difference", 0, "");
            lines("digest " + diff.before().digest(), 0, "");
        } else {
            lines(
                    names
                            + (diff.unreadable().isEmpty()
                                    ? "no difference in what they say; only columns, rows or remarks stand elsewhere"
                                    : "no difference in what could be read"),
                    0,
                    "");
        }
    }

    private void lines(String text, int indent, String style) {
        for (String line : Printable.wrapped(look.written(text), WIDTH - indent)) {
            out.append(" ".repeat(indent)).append(look.styled(style, line)).append('\n');
        }
    }
}
