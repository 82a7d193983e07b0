package io.barograph.testkit.random;

import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookPlan;
import io.barograph.engine.workbook.WorkbookWriter;
import java.util.List;

/** One workbook as it shall be: as cells in memory, or as a file that must read the same. */
public record WorkbookDraft(String file, List<SheetDraft> sheets) {

    public WorkbookDraft {
        sheets = List.copyOf(sheets);
    }

    public static WorkbookDraft of(String file, SheetDraft... sheets) {
        return new WorkbookDraft(file, List.of(sheets));
    }

    public Workbook workbook() {
        return new Workbook(
                file, sheets.stream().map(sheet -> sheet.sheet(file)).toList());
    }

    public ModelFile modelFile() {
        WorkbookPlan plan = new WorkbookPlan(
                file, List.of(), sheets.stream().map(SheetDraft::plan).toList());
        return new ModelFile(file, WorkbookWriter.write(plan));
    }
}
