package io.barograph.engine.model.merge;

import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as one of the three has it.
 *
 * @param tables what its tables say
 */
record SideBook(ModelFile file, Workbook workbook, List<TableContent> tables) {

    @Nullable Sheet sheet(String name) {
        return workbook.sheets().stream()
                .filter(sheet -> Names.same(sheet.name(), name))
                .findFirst()
                .orElse(null);
    }

    /** The table on a sheet; null when no rule reads it. */
    @Nullable TableContent table(Sheet sheet) {
        return tables.stream()
                .filter(table -> table.sheet().equals(sheet.name()))
                .findFirst()
                .orElse(null);
    }
}
