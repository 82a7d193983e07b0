package io.barograph.engine.model.parse;

import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names a workbook gives things, gathered before its rows are read, because earlier tables use names of later ones.
 *
 * @param segment null when the Model sheet names none
 * @param dimensions as Overall writes them (or the columns of Weights where there is no Overall)
 * @param bands of all scores, as Thresholds writes them
 * @param escalations everybody that Escalations tells
 */
record Outline(
        String file,
        @Nullable String segment,
        List<String> dimensions,
        List<String> bands,
        List<String> cohorts,
        List<String> playbooks,
        List<String> escalations) {

    private static final Set<String> TOTALS = Set.of("total", "sum");

    Outline {
        dimensions = List.copyOf(dimensions);
        bands = List.copyOf(bands);
        cohorts = List.copyOf(cohorts);
        playbooks = List.copyOf(playbooks);
        escalations = List.copyOf(escalations);
    }

    static Outline of(Workbook workbook) {
        return new Outline(
                workbook.file(),
                segment(workbook),
                dimensions(workbook),
                column(workbook, Table.THRESHOLDS, "Band"),
                column(workbook, Table.COHORTS, "Cohort"),
                column(workbook, Table.PLAYBOOKS, "Playbook"),
                column(workbook, Table.ESCALATIONS, "Escalate to"));
    }

    /** The scores and bands of all workbooks, for segments.xlsx. */
    static Outline ofAll(String file, List<Outline> outlines) {
        return new Outline(
                file,
                null,
                distinct(outlines, Outline::dimensions),
                distinct(outlines, Outline::bands),
                List.of(),
                List.of(),
                List.of());
    }

    /** Names of several workbooks, each as the first one writes it. */
    static List<String> distinct(List<Outline> outlines, Function<Outline, List<String>> names) {
        Map<String, String> byFolded = new LinkedHashMap<>();
        outlines.forEach(outline -> names.apply(outline).forEach(name -> byFolded.putIfAbsent(Names.fold(name), name)));
        return List.copyOf(byFolded.values());
    }

    /** Whether a row of Weights or Overall only adds up the others. */
    static boolean isTotal(String text) {
        return TOTALS.contains(Names.fold(text));
    }

    static @Nullable Sheet sheet(Workbook workbook, Table table) {
        return workbook.sheets().stream()
                .filter(sheet -> Names.same(sheet.name(), table.sheet()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String segment(Workbook workbook) {
        List<String> settings = new ArrayList<>();
        Sheet sheet = sheet(workbook, Table.MODEL);
        int setting = sheet == null ? 0 : columnOf(sheet, "Setting");
        int value = sheet == null ? 0 : columnOf(sheet, "Value");
        if (sheet == null || setting == 0 || value == 0) {
            return null;
        }
        sheet.rows().tailMap(2).values().forEach(cells -> {
            Cell name = cells.get(setting);
            Cell content = cells.get(value);
            if (name != null && content != null && Names.same(name.text(), "Segment")) {
                settings.add(Names.clean(content.text()));
            }
        });
        return settings.isEmpty() ? null : settings.get(0);
    }

    private static List<String> dimensions(Workbook workbook) {
        if (sheet(workbook, Table.OVERALL) != null) {
            return column(workbook, Table.OVERALL, "Dimension").stream()
                    .filter(name -> !isTotal(name))
                    .toList();
        }
        Sheet weights = sheet(workbook, Table.WEIGHTS);
        if (weights == null || !weights.rows().containsKey(1)) {
            return List.of();
        }
        return weights.rows().get(1).values().stream()
                .map(cell -> Names.clean(cell.text()))
                .filter(header -> WeightsTable.KIND.form().own(header) == null)
                .toList();
    }

    private static List<String> column(Workbook workbook, Table table, String header) {
        Sheet sheet = sheet(workbook, table);
        int column = sheet == null ? 0 : columnOf(sheet, header);
        if (sheet == null || column == 0) {
            return List.of();
        }
        Map<String, String> byFolded = new LinkedHashMap<>();
        sheet.rows().tailMap(2).values().forEach(cells -> {
            Cell cell = cells.get(column);
            if (cell != null) {
                byFolded.putIfAbsent(Names.fold(cell.text()), Names.clean(cell.text()));
            }
        });
        return List.copyOf(byFolded.values());
    }

    private static int columnOf(Sheet sheet, String header) {
        var headers = sheet.rows().get(1);
        if (headers == null) {
            return 0;
        }
        return headers.entrySet().stream()
                .filter(entry -> Names.same(entry.getValue().text(), header))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }
}
