package io.barograph.engine.model.merge;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.parse.ModelReading;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One of the three models, read as far as it can be without being sound.
 *
 * @param books by name in lower case
 */
record SideModel(ModelFiles files, Map<String, SideBook> books) {

    /** @param faults gets a line for each workbook that cannot be read */
    static SideModel read(Source source, ModelFiles files, List<String> faults) {
        List<Workbook> workbooks = new ArrayList<>();
        Map<String, ModelFile> byName = new TreeMap<>();
        for (ModelFile file : files.workbooks()) {
            Reading reading = WorkbookReader.read(file.name(), file.bytes());
            if (reading instanceof Reading.Read read) {
                workbooks.add(read.workbook());
                byName.put(file.name(), file);
            } else if (reading instanceof Reading.Refused refused) {
                faults.add("`" + refused.reason().cell() + "` of "
                        + source.name().toLowerCase(Locale.ROOT) + " cannot be read: "
                        + refused.reason().message());
            }
        }
        List<TableContent> tables = ModelReading.contents(workbooks, contract(files));
        Map<String, SideBook> books = new TreeMap<>();
        for (Workbook workbook : workbooks) {
            books.put(
                    key(workbook.file()),
                    new SideBook(
                            Objects.requireNonNull(byName.get(workbook.file())),
                            workbook,
                            tables.stream()
                                    .filter(table -> table.file().equals(workbook.file()))
                                    .toList()));
        }
        return new SideModel(files, books);
    }

    static String key(String file) {
        return file.toLowerCase(Locale.ROOT);
    }

    /** Without a sound contract columns are known by their headers alone. */
    private static Contract contract(ModelFiles files) {
        ModelFile file = files.contract();
        Contract contract = file == null ? null : ContractReader.read(file.name(), file.bytes(), new Issues());
        return contract == null ? new Contract("", List.of(), List.of()) : contract;
    }
}
