package io.barograph.testkit.merge;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.parse.ModelReading;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.Role;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookEditor;
import io.barograph.engine.workbook.WorkbookReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** What two people do to one model, each to rows of their own; and what both do to the same cells. */
final class RandomEdits {

    private enum What {
        CHANGE,
        EMPTY,
        ADD_BELOW,
        REMOVE
    }

    /** @param column of the cell, for changes */
    private record Edit(What what, String file, String sheet, String row, String column, String text) {}

    /** What one person does, to each row once at most. */
    record Edits(List<Edit> edits) {

        ModelFiles appliedTo(ModelFiles model) throws IOException {
            List<ModelFile> workbooks = new ArrayList<>();
            for (ModelFile file : model.workbooks()) {
                List<Edit> own = edits.stream()
                        .filter(edit -> edit.file().equals(file.name()))
                        .toList();
                workbooks.add(own.isEmpty() ? file : new ModelFile(file.name(), applied(own, model, file)));
            }
            return new ModelFiles(model.name(), workbooks, model.contract(), model.ruleFiles());
        }

        /** Where an edit is made, as long as no row above it is added or removed. */
        private record Placed(Edit edit, TableContent table, RowContent row) {

            static Placed in(List<TableContent> tables, Edit edit) {
                TableContent table = tables.stream()
                        .filter(one -> one.sheet().equals(edit.sheet()))
                        .findFirst()
                        .orElseThrow();
                RowContent row = table.rows().stream()
                        .filter(one -> one.subject().equals(edit.row()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no row " + edit));
                return new Placed(edit, table, row);
            }

            void apply(WorkbookEditor editor) {
                switch (edit.what()) {
                    case CHANGE -> editor.set(edit.sheet(), row.number(), column(table, edit.column()), edit.text());
                    case EMPTY -> editor.clear(edit.sheet(), row.number(), column(table, edit.column()));
                    case REMOVE -> editor.removeRow(edit.sheet(), row.number());
                    case ADD_BELOW -> editor.insertRow(edit.sheet(), row.number() + 1, copy(table, row, edit));
                }
            }
        }

        private static byte[] applied(List<Edit> edits, ModelFiles model, ModelFile file) throws IOException {
            List<TableContent> tables = tables(List.of(file), model.contract());
            List<Placed> fromBelow = edits.stream()
                    .map(edit -> Placed.in(tables, edit))
                    .sorted(Comparator.comparingInt(
                                    (Placed placed) -> placed.row().number())
                            .reversed())
                    .toList();
            try (WorkbookEditor editor = WorkbookEditor.open(file.bytes())) {
                fromBelow.forEach(placed -> placed.apply(editor));
                return editor.bytes();
            }
        }

        private static Map<Integer, Object> copy(TableContent table, RowContent row, Edit edit) {
            Map<Integer, Object> cells = new HashMap<>();
            for (CellContent cell : row.cells()) {
                Object value =
                        cell.text().matches("-?\\d{1,9}(\\.\\d{1,4})?") ? new BigDecimal(cell.text()) : cell.text();
                cells.put(cell.address().column(), value);
            }
            cells.put(column(table, "Rule ID"), edit.text());
            cells.put(column(table, "Because"), "it is new: " + edit.text());
            return cells;
        }

        private static int column(TableContent table, String header) {
            return table.columns().entrySet().stream()
                    .filter(entry -> entry.getValue().equalsIgnoreCase(header))
                    .mapToInt(Map.Entry::getKey)
                    .min()
                    .orElseThrow(() -> new AssertionError(table.sheet() + " has no column " + header));
        }
    }

    /** How many edits there are in all, more or less. */
    private static final int ABOUT = 16;

    private final Random random;
    private final List<Edit> theirs = new ArrayList<>();
    private final List<Edit> mine = new ArrayList<>();
    private final List<Edit> touched = new ArrayList<>();

    RandomEdits(long seed, ModelFiles model) {
        random = new Random(seed);
        int number = 0;
        List<TableContent> tables = tables(model.workbooks(), model.contract());
        int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
        for (TableContent table : tables) {
            Set<String> seen = new HashSet<>();
            for (RowContent row : table.rows()) {
                if (!seen.add(row.subject())
                        || row.subject().startsWith("row ")
                        || changeable(table, row).isEmpty()
                        || random.nextInt(rows) >= ABOUT) {
                    continue;
                }
                number++;
                if (number % 5 == 0) {
                    touched.add(change(table, row, What.CHANGE, number));
                } else {
                    (random.nextBoolean() ? theirs : mine).add(edit(table, row, number));
                }
            }
        }
    }

    Edits theirs() {
        return new Edits(theirs);
    }

    Edits mine() {
        return new Edits(mine);
    }

    /** Changes of the same cells, each side's in its own words. */
    Edits touching(String side) {
        return new Edits(touched.stream()
                .map(edit -> new Edit(
                        edit.what(), edit.file(), edit.sheet(), edit.row(), edit.column(), edit.text() + " " + side))
                .toList());
    }

    List<String> touchedRows() {
        return touched.stream()
                .map(edit -> edit.file() + " " + edit.sheet() + " " + edit.row())
                .toList();
    }

    private Edit edit(TableContent table, RowContent row, int number) {
        int dice = random.nextInt(10);
        boolean named = row.ruleId() != null && table.columns().containsValue("Because");
        if (named && dice < 2) {
            return new Edit(What.ADD_BELOW, table.file(), table.sheet(), row.subject(), "", "NEW-" + number);
        }
        if (named && dice < 4) {
            return new Edit(What.REMOVE, table.file(), table.sheet(), row.subject(), "", "");
        }
        return change(table, row, dice == 4 ? What.EMPTY : What.CHANGE, number);
    }

    private Edit change(TableContent table, RowContent row, What what, int number) {
        List<CellContent> cells = changeable(table, row);
        CellContent cell = cells.get(random.nextInt(cells.size()));
        return new Edit(what, table.file(), table.sheet(), row.subject(), cell.header(), "changed " + number);
    }

    /** Cells whose change leaves the row the same row. */
    private static List<CellContent> changeable(TableContent table, RowContent row) {
        return row.cells().stream()
                .filter(cell -> cell.role() != Role.RULE_ID
                        && cell.role() != Role.SUBJECT
                        && cell.role() != Role.ACTIVE
                        && table.columns().containsValue(cell.header()))
                .toList();
    }

    private static List<TableContent> tables(
            List<ModelFile> workbooks, @org.jspecify.annotations.Nullable ModelFile file) {
        List<Workbook> read = workbooks.stream()
                .map(book -> ((Reading.Read) WorkbookReader.read(book.name(), book.bytes())).workbook())
                .toList();
        Contract contract = file == null ? null : ContractReader.read(file.name(), file.bytes(), new Issues());
        return ModelReading.contents(read, Objects.requireNonNull(contract));
    }
}
