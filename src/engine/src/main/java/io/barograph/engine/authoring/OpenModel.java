package io.barograph.engine.authoring;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.parse.ModelReading;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sound model that is to be changed: its files and what their tables say. */
record OpenModel(ModelFiles files, Model model, List<TableContent> tables) {

    /** Empty when the model has errors. */
    static Optional<OpenModel> of(ModelFiles files) {
        if (!(ModelParser.parse(files) instanceof Parsing.Accepted accepted)) {
            return Optional.empty();
        }
        List<Workbook> workbooks = new ArrayList<>();
        for (ModelFile file : files.workbooks()) {
            if (WorkbookReader.read(file.name(), file.bytes()) instanceof Reading.Read read) {
                workbooks.add(read.workbook());
            }
        }
        Model model = accepted.model();
        return Optional.of(new OpenModel(files, model, ModelReading.contents(workbooks, model.contract())));
    }

    Contract contract() {
        return model.contract();
    }

    @Nullable TableContent table(String file, Table table) {
        return tables.stream()
                .filter(content -> content.file().equals(file) && content.table() == table)
                .findFirst()
                .orElse(null);
    }

    /** The rows of segments.xlsx; null when it has none. */
    @Nullable TableContent segments() {
        return tables.stream()
                .filter(content -> content.table() == Table.SEGMENTS)
                .findFirst()
                .orElse(null);
    }

    byte[] bytes(String file) {
        return files.workbooks().stream()
                .filter(workbook -> workbook.name().equals(file))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    /** The model with these workbooks in place of, or beside, its own. */
    ModelFiles with(Map<String, byte[]> workbooks, @Nullable ModelFile contract) {
        List<ModelFile> all = new ArrayList<>(files.workbooks().stream()
                .filter(file -> !workbooks.containsKey(file.name()))
                .toList());
        workbooks.forEach((name, bytes) -> all.add(new ModelFile(name, bytes)));
        all.sort(Comparator.comparing(ModelFile::name));
        return new ModelFiles(files.name(), all, contract == null ? files.contract() : contract, files.ruleFiles());
    }

    /** The position of the column with that header, from 1; 0 when there is none. */
    static int column(TableContent table, String header) {
        return table.columns().entrySet().stream()
                .filter(entry -> Names.same(entry.getValue(), header))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    /** The row number after a table's last row. */
    static int end(TableContent table) {
        return table.rows().isEmpty()
                ? 2
                : table.rows().get(table.rows().size() - 1).number() + 1;
    }
}
