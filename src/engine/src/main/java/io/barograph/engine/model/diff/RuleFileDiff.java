package io.barograph.engine.model.diff;

import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.WorkbookReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the engineers' rule files: a native table by its cells, anything else byte by byte. */
final class RuleFileDiff {

    private RuleFileDiff() {}

    static List<ModelChange> between(List<ModelFile> before, List<ModelFile> after) {
        Map<String, ModelFile> old = byName(before);
        Map<String, ModelFile> now = byName(after);
        Map<String, ModelChange> changes = new TreeMap<>();
        now.forEach((name, file) -> {
            ModelFile other = old.get(name);
            if (other == null) {
                changes.put(name, of(Kind.RULE_FILE_ADDED, name, "guardrail file added"));
            } else if (!same(other, file)) {
                changes.put(name, of(Kind.RULE_FILE_CHANGED, name, "guardrail file changed"));
            }
        });
        old.forEach((name, file) -> {
            if (!now.containsKey(name)) {
                changes.put(name, of(Kind.RULE_FILE_REMOVED, name, "guardrail file removed"));
            }
        });
        return List.copyOf(changes.values());
    }

    private static Map<String, ModelFile> byName(List<ModelFile> files) {
        Map<String, ModelFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        return byName;
    }

    private static boolean same(ModelFile one, ModelFile other) {
        if (Arrays.equals(one.bytes(), other.bytes())) {
            return true;
        }
        List<Cell> cells = cells(one);
        return !cells.isEmpty() && cells.equals(cells(other));
    }

    /** In the order of the file; none when it is no workbook. */
    private static List<Cell> cells(ModelFile file) {
        List<Cell> cells = new ArrayList<>();
        if (WorkbookReader.read(file.name(), file.bytes()) instanceof Reading.Read read) {
            read.workbook().sheets().forEach(sheet -> sheet.rows().values().forEach(row -> cells.addAll(row.values())));
        }
        return cells;
    }

    private static ModelChange of(Kind kind, String file, String message) {
        return new ModelChange(kind, file, null, null, null, null, null, null, null, null, null, message);
    }
}
