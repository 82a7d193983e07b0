package io.barograph.engine.simulation;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from one model to another in single changes: the data contract, then segments.xlsx and the workbooks by file name, each
 * table by table, row by row; guardrails last.
 */
final class ModelSteps {

    private final Model before;
    private final Model after;
    private final List<ModelChange> changes;
    private final SharedVocabulary vocabulary;
    private final ModelDraft draft;
    private final List<Step> steps = new ArrayList<>();

    private ModelSteps(Model before, Model after, List<ModelChange> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.vocabulary = new SharedVocabulary(before, after);
        this.draft = new ModelDraft(before, vocabulary);
        before.segmentModels()
                .forEach(workbook -> draft.workbooks.put(
                        Names.fold(workbook.segment()),
                        new ModelDraft.Workbook(workbook, vocabulary.shared(workbook))));
    }

    /** @param changes the same difference as people are told it, for the words */
    static List<Step> between(Model before, Model after, List<ModelChange> changes) {
        ModelSteps steps = new ModelSteps(before, after, changes);
        steps.contract();
        steps.tables("segments.xlsx", steps.draft.tables, steps.vocabulary.shared(after));
        steps.workbooks();
        steps.ruleFiles();
        return steps.steps;
    }

    private void contract() {
        if (!before.contract().canonical().equals(after.contract().canonical())) {
            draft.contract = after.contract();
            step(ModelFolder.CONTRACT, null, told(change -> change.file().equals(ModelFolder.CONTRACT), "changed"));
        }
    }

    private void workbooks() {
        Map<String, SegmentModel> old = bySegment(before);
        Map<String, SegmentModel> now = bySegment(after);
        Map<String, String> byFile = new TreeMap<>();
        Stream.of(old, now).forEach(all -> all.forEach((segment, model) -> byFile.put(model.file(), segment)));
        Set<String> segments = new LinkedHashSet<>(byFile.values());
        for (String segment : segments) {
            SegmentModel newer = now.get(segment);
            ModelDraft.Workbook standing = draft.workbooks.get(segment);
            if (newer == null) {
                draft.workbooks.remove(segment);
                step(standing == null ? segment : standing.file(), null, "workbook removed");
            } else if (standing == null) {
                draft.workbooks.put(segment, new ModelDraft.Workbook(newer, vocabulary.shared(newer)));
                step(newer.file(), null, "workbook added");
            } else {
                settings(standing, newer);
                tables(newer.file(), standing.tables, vocabulary.shared(newer));
            }
        }
    }

    private static Map<String, SegmentModel> bySegment(Model model) {
        return model.segmentModels().stream()
                .sorted(Comparator.comparing(SegmentModel::file))
                .collect(Collectors.toMap(
                        workbook -> Names.fold(workbook.segment()),
                        workbook -> workbook,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private void settings(ModelDraft.Workbook standing, SegmentModel newer) {
        if (standing.minimumCoverage.compareTo(newer.minimumCoverage()) != 0) {
            String what = "Minimum coverage % " + standing.minimumCoverage.toPlainString() + " → "
                    + newer.minimumCoverage().toPlainString();
            standing.minimumCoverage = newer.minimumCoverage();
            step(CellAddress.ofSheet(newer.file(), Table.MODEL.sheet()).toString(), null, what);
        }
    }

    private void tables(String file, Map<Table, List<Row>> standing, Map<Table, List<Row>> wanted) {
        for (Map.Entry<Table, List<Row>> entry : wanted.entrySet()) {
            Table table = entry.getKey();
            TableEdits edits = new TableEdits(table, standing.getOrDefault(table, List.of()), entry.getValue());
            for (TableEdits.Edit edit : edits.edits()) {
                standing.put(table, edits.apply(edit, standing.getOrDefault(table, List.of())));
                step(edit);
            }
            if (edits.outOfOrder(standing.getOrDefault(table, List.of()))) {
                standing.put(table, edits.inOrder());
                step(CellAddress.ofSheet(file, table.sheet()).toString(), null, "rows moved");
            }
        }
    }

    private void step(TableEdits.Edit edit) {
        Row row = edit.after().isEmpty() ? edit.before().get(0) : edit.after().get(0);
        String fallback =
                edit.before().isEmpty() ? "row added" : edit.after().isEmpty() ? "row removed" : "row changed";
        Set<CellAddress> rows = Stream.concat(edit.before().stream(), edit.after().stream())
                .map(each -> each.head().cell().withColumn(0))
                .collect(Collectors.toSet());
        String id = row.head().ruleId();
        step(
                row.head().cell().toString(),
                id == null ? TableEdits.subject(row) : id,
                told(change -> stands(change.cellBefore(), rows) || stands(change.cellAfter(), rows), fallback));
    }

    private static boolean stands(@Nullable CellAddress cell, Set<CellAddress> rows) {
        return cell != null && rows.contains(cell.withColumn(0));
    }

    private String told(Predicate<ModelChange> concerned, String otherwise) {
        String told = changes.stream()
                .filter(change -> change.kind() != ModelChange.Kind.BECAUSE_CHANGED
                        && change.kind() != ModelChange.Kind.NOTE_CHANGED)
                .filter(concerned)
                .map(ModelChange::message)
                .distinct()
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? otherwise : told;
    }

    private void ruleFiles() {
        if (!same(before.ruleFiles(), after.ruleFiles())) {
            draft.ruleFiles = after.ruleFiles();
            step("guardrails", null, told(change -> change.kind().label().startsWith("rule-file"), "changed"));
        }
    }

    static boolean same(List<ModelFiles.ModelFile> some, List<ModelFiles.ModelFile> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = Objects.equals(some.get(i).name(), others.get(i).name())
                    && Arrays.equals(some.get(i).bytes(), others.get(i).bytes());
        }
        return same;
    }

    private void step(String place, @Nullable String subject, String what) {
        steps.add(new Step(place, subject, what, draft.model()));
    }
}
