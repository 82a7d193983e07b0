package io.barograph.service.governance;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.governance.DecisionRights;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.model.diff.ModelDiff;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a version changes, for those who ask who changed it and whom it concerns. */
final class Edits {

    private Edits() {}

    /** Every change as a hash of where it is and what it says, so that it is known again in another upload. */
    static Set<String> hashes(ModelDiff diff) {
        Set<String> hashes = new TreeSet<>();
        for (ModelChange change : diff.changes()) {
            String text = String.join(
                    "\u0000",
                    change.kind().label(),
                    change.file(),
                    said(change.sheet()),
                    said(change.row()),
                    said(change.column()),
                    said(change.after()),
                    change.message());
            hashes.add(Evidence.sha256(text.getBytes(StandardCharsets.UTF_8)));
        }
        return hashes;
    }

    /**
     * Segments whose workbooks change; all, and {@link DecisionRights#SHARED}, as soon as anything else does, or when nothing can
     * be told.
     *
     * @param after null when the new model is not sound
     */
    static Set<String> segments(ModelDiff diff, Model before, @Nullable Model after) {
        Set<String> touched = new TreeSet<>();
        boolean shared = diff.changes().isEmpty() || !diff.unreadable().isEmpty() || after == null;
        for (ModelChange change : diff.changes()) {
            Set<String> owners = new TreeSet<>();
            owners(before, change.file(), owners);
            if (after != null) {
                owners(after, change.file(), owners);
            }
            touched.addAll(owners);
            shared |= owners.isEmpty();
        }
        if (shared) {
            everything(before, touched);
            if (after != null) {
                everything(after, touched);
            }
        }
        return touched;
    }

    /** Every segment of a model, and what they share. */
    static Set<String> everything(Model model) {
        Set<String> all = new TreeSet<>();
        everything(model, all);
        return all;
    }

    private static void everything(Model model, Set<String> all) {
        all.add(DecisionRights.SHARED);
        model.segments().stream().map(Row.SegmentRow::segment).forEach(all::add);
        model.segmentModels().stream().map(SegmentModel::segment).forEach(all::add);
    }

    private static void owners(Model model, String file, Set<String> owners) {
        model.segmentModels().stream()
                .filter(segment -> segment.file().equalsIgnoreCase(file))
                .map(SegmentModel::segment)
                .forEach(owners::add);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
