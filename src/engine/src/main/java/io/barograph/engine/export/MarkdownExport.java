package io.barograph.engine.export;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole model as one document to read: every sheet as a table, the inputs it may see, and links between them. */
public final class MarkdownExport {

    private static final String SEGMENTS = "segments.xlsx";

    /** A sheet and the name of its place in the document. */
    private record Place(String anchor, SheetGrid grid) {}

    private final StringBuilder out = new StringBuilder();
    private final Slugs anchors = new Slugs("sheet");

    private MarkdownExport() {}

    /** @param workbooks those of the model, as read */
    public static ExportedFile of(Model model, List<Workbook> workbooks) {
        MarkdownExport document = new MarkdownExport();
        document.write(model, workbooks);
        return ExportedFile.text(new Slugs("model").of(model.name()) + ".md", document.out.toString());
    }

    private void write(Model model, List<Workbook> workbooks) {
        Map<Workbook, List<Place>> places = new LinkedHashMap<>();
        workbooks.stream()
                .sorted(Comparator.comparing(
                                (Workbook workbook) -> !workbook.file().equalsIgnoreCase(SEGMENTS))
                        .thenComparing(Workbook::file))
                .forEach(workbook -> places.put(workbook, places(workbook)));
        line("# " + Markdown.escaped(model.name()));
        line("");
        line("Digest `" + model.digest() + "`.");
        contents(places);
        places.forEach(this::workbook);
        contract(model.contract());
        guardrails(model.ruleFiles());
    }

    private List<Place> places(Workbook workbook) {
        List<Place> places = new ArrayList<>();
        for (Sheet sheet : workbook.sheets()) {
            SheetGrid grid = SheetGrid.of(sheet);
            if (!grid.isEmpty()) {
                places.add(new Place(anchors.of(title(workbook) + " " + sheet.name()), grid));
            }
        }
        return places;
    }

    private static String title(Workbook workbook) {
        return workbook.file().replaceFirst("(?i)[.]xlsx$", "");
    }

    private void contents(Map<Workbook, List<Place>> places) {
        line("");
        line("## Contents");
        line("");
        places.forEach((workbook, sheets) -> {
            List<String> links = sheets.stream()
                    .filter(place -> place.grid().isTable())
                    .map(place -> "[" + Markdown.escaped(place.grid().name()) + "](#" + place.anchor() + ")")
                    .toList();
            line("* **" + Markdown.escaped(title(workbook)) + "**: " + String.join(" · ", links));
        });
        line("* [**Data contract**](#the-data-contract)");
    }

    private void workbook(Workbook workbook, List<Place> places) {
        line("");
        line("## " + Markdown.escaped(title(workbook)));
        for (Place place : places) {
            if (place.grid().isTable()) {
                line("");
                line("<a id=\"" + place.anchor() + "\"></a>");
                line("");
                line("### " + Markdown.escaped(place.grid().name()));
                table(place.grid());
            } else {
                paragraphs(place.grid());
            }
        }
    }

    /** A sheet that is no table is prose; its first line is the workbook's title. */
    private void paragraphs(SheetGrid grid) {
        for (List<@Nullable Cell> row : grid.rows()) {
            for (Cell cell : row) {
                if (cell != null) {
                    line("");
                    line(Markdown.escaped(cell.text()));
                }
            }
        }
    }

    /** Without columns that nobody fills. */
    private void table(SheetGrid grid) {
        List<Integer> columns = grid.filledColumns();
        List<@Nullable Cell> headers = grid.rows().get(0);
        List<String> titles = columns.stream()
                .map(column -> Markdown.escaped(SheetGrid.text(headers.get(column))))
                .toList();
        List<Boolean> numeric = columns.stream().map(grid::isNumeric).toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Cell> row : grid.rows().subList(1, grid.rows().size())) {
            rows.add(columns.stream()
                    .map(column -> cell(SheetGrid.text(headers.get(column)), row.get(column)))
                    .toList());
        }
        table(titles, numeric, rows);
    }

    private static String cell(String header, @Nullable Cell cell) {
        String text = SheetGrid.text(cell);
        if (Names.same(header, SheetGrid.RULE_ID) && !text.isEmpty()) {
            return "`" + text.replace('`', '\'') + "`";
        }
        return Markdown.escaped(text);
    }

    private void table(List<String> titles, List<Boolean> numeric, List<List<String>> rows) {
        if (titles.isEmpty()) {
            return;
        }
        line("");
        line("| " + String.join(" | ", titles) + " |");
        line("| "
                + String.join(
                        " | ",
                        numeric.stream().map(number -> number ? "---:" : "---").toList()) + " |");
        rows.forEach(row -> line("| " + String.join(" | ", row) + " |"));
    }

    private void contract(Contract contract) {
        line("");
        line("<a id=\"the-data-contract\"></a>");
        line("");
        line("## Data contract");
        line("");
        line("Version " + Markdown.escaped(contract.version()) + ".");
        for (Field.Role role : Field.Role.values()) {
            line("");
            line(role == Field.Role.ATTRIBUTE ? "### Attributes" : "### Indicators");
            table(
                    List.of("Label", "Name", "Type", "Values", "Unit", "Category", "Better", "Description"),
                    List.of(false, false, false, false, false, false, false, false),
                    contract.fields().stream()
                            .filter(field -> field.role() == role)
                            .map(MarkdownExport::field)
                            .toList());
        }
    }

    private static List<String> field(Field field) {
        return List.of(
                Markdown.escaped(field.label()),
                "`" + field.name().replace('`', '\'') + "`",
                field.type().label(),
                values(field),
                field.unit() == null ? "" : Markdown.escaped(field.unit()),
                field.category() == null ? "" : Markdown.escaped(field.category()),
                switch (field.direction()) {
                    case HIGHER_IS_BETTER -> "higher";
                    case LOWER_IS_BETTER -> "lower";
                    case NEITHER -> "";
                },
                Markdown.escaped(field.description()));
    }

    private static String values(Field field) {
        if (!field.allowedValues().isEmpty()) {
            return Markdown.escaped(String.join(", ", field.allowedValues()));
        }
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        if (minimum == null && maximum == null) {
            return "";
        }
        return (minimum == null ? "" : minimum.toPlainString())
                + ".."
                + (maximum == null ? "" : maximum.toPlainString());
    }

    private void guardrails(List<ModelFiles.ModelFile> files) {
        if (!files.isEmpty()) {
            line("");
            line("## Guardrails");
            line("");
            files.forEach(file -> line("* `" + file.name().replace('`', '\'') + "`"));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
