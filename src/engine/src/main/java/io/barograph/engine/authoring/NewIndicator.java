package io.barograph.engine.authoring;

import io.barograph.engine.contract.ContractText;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.WorkbookEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a new indicator in every place it needs: the data contract, and in segments' workbooks Indicators, Scoring (its
 * whole range) and Weights, where the others give way in proportion so that the column still adds up to 100.
 */
public final class NewIndicator {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What is wanted.
     *
     * @param field with minimum, maximum and direction
     * @param segments where it counts; empty for all
     * @param dimension it is weighed in; null for the first of Overall
     * @param weight above 0 and under 100
     */
    public record Request(
            Field field, List<String> segments, @Nullable String dimension, BigDecimal weight) {
        public Request {
            segments = List.copyOf(segments);
            if (weight.signum() <= 0 || weight.compareTo(HUNDRED) >= 0) {
                throw new IllegalArgumentException("weight must be above 0 and under 100, but is " + weight);
            }
        }
    }

    /** One workbook's part. */
    private record Place(SegmentModel segment, String dimension) {}

    private final OpenModel model;
    private final Request request;
    private final RuleIds ids;

    private NewIndicator(OpenModel model, Request request) {
        this.model = model;
        this.request = request;
        this.ids = new RuleIds(model.tables());
    }

    public static Draft of(ModelFiles files, Request request) {
        OpenModel model = OpenModel.of(files).orElse(null);
        ModelFile contract = files.contract();
        if (model == null || contract == null) {
            return new Draft.Refused(NewSegment.unsound(files));
        }
        return new NewIndicator(model, request).make(contract);
    }

    private Draft make(ModelFile contract) {
        Field field = request.field();
        for (String name : List.of(field.name(), field.label())) {
            Field taken = model.contract().find(name);
            if (taken != null) {
                return new Draft.Refused(
                        "the data contract has `" + taken.label() + "` (`" + taken.name() + "`) already");
            }
        }
        if (!ScoringSteps.fit(field)) {
            return new Draft.Refused(
                    "a first scoring needs a minimum under the maximum and a direction, higher-is-better or lower-is-better");
        }
        List<Place> places = new ArrayList<>();
        String fault = places(places);
        if (fault != null) {
            return new Draft.Refused(fault);
        }
        byte[] text = ContractText.with(contract.bytes(), field);
        if (text == null) {
            return new Draft.Refused("`" + contract.name()
                    + "` lists its indicators in a way that cannot be added to; add `" + field.name() + "` by hand");
        }
        Map<String, byte[]> workbooks = new LinkedHashMap<>();
        places.forEach(place -> workbooks.put(place.segment().file(), edited(place)));
        return new Draft.Made(model.with(workbooks, new ModelFile(contract.name(), text)));
    }

    /** Fills the places; a reason when one of the names is not known. */
    private @Nullable String places(List<Place> places) {
        List<SegmentModel> all = model.model().segmentModels();
        List<String> names = all.stream().map(SegmentModel::segment).toList();
        for (String wanted : request.segments()) {
            if (names.stream().noneMatch(name -> Names.same(name, wanted))) {
                return unknown("segment", wanted, names);
            }
        }
        for (SegmentModel segment : all) {
            boolean wanted = request.segments().isEmpty()
                    || request.segments().stream().anyMatch(name -> Names.same(name, segment.segment()));
            if (!wanted) {
                continue;
            }
            List<String> dimensions =
                    segment.overall().stream().map(Row.DimensionRow::dimension).toList();
            String dimension = request.dimension() == null
                    ? dimensions.get(0)
                    : dimensions.stream()
                            .filter(name -> Names.same(name, request.dimension()))
                            .findFirst()
                            .orElse(null);
            if (dimension == null) {
                return unknown("dimension", Objects.requireNonNull(request.dimension()), dimensions) + " in `"
                        + segment.file() + "`";
            }
            places.add(new Place(segment, dimension));
        }
        return null;
    }

    private static String unknown(String what, String name, List<String> known) {
        return "unknown " + what + " `" + name + "`"
                + Names.closest(name, known)
                        .map(close -> "; did you mean `" + close + "`?")
                        .orElse("; there are `" + String.join("`, `", known) + "`");
    }

    private byte[] edited(Place place) {
        String file = place.segment().file();
        try (WorkbookEditor editor = WorkbookEditor.open(model.bytes(file))) {
            String prefix = ids.prefix(place.segment().segment());
            process(editor, table(file, Table.INDICATORS), prefix);
            score(editor, table(file, Table.SCORING), prefix);
            weigh(editor, table(file, Table.WEIGHTS), place, prefix);
            return editor.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableContent table(String file, Table table) {
        return Objects.requireNonNull(model.table(file, table), table.sheet());
    }

    private void process(WorkbookEditor editor, TableContent table, String prefix) {
        Map<String, Object> cells =
                named(table, prefix, "Counts when it is known; otherwise the others share its weight.");
        Integer fresh = request.field().freshnessDays();
        if (fresh != null) {
            cells.put("Max age (days)", BigDecimal.valueOf(Math.max(30L, 4L * fresh)));
        }
        insert(editor, table, OpenModel.end(table), cells);
    }

    private void score(WorkbookEditor editor, TableContent table, String prefix) {
        int row = OpenModel.end(table);
        for (ScoringSteps.Step step : ScoringSteps.of(request.field()).steps()) {
            Map<String, Object> cells = named(table, prefix, Sentences.of(request.field(), step.grade()));
            cells.put("Value", step.value());
            cells.put("Score", new BigDecimal(step.score()));
            cells.put("Score at end", new BigDecimal(step.scoreAtEnd()));
            insert(editor, table, row++, cells);
        }
    }

    private void weigh(WorkbookEditor editor, TableContent table, Place place, String prefix) {
        int column = OpenModel.column(table, place.dimension());
        List<Row.WeightRow> rows = place.segment().weights().stream()
                .filter(row -> row.weights().containsKey(place.dimension()))
                .toList();
        List<BigDecimal> before =
                rows.stream().map(row -> row.weights().get(place.dimension())).toList();
        List<BigDecimal> after = Shares.of(HUNDRED.subtract(request.weight()), before);
        for (int i = 0; i < rows.size(); i++) {
            if (before.get(i).compareTo(after.get(i)) != 0) {
                editor.set(table.sheet(), rows.get(i).head().cell().row(), column, after.get(i));
            }
        }
        Map<String, Object> cells = named(table, prefix, "Weighs in " + place.dimension() + ".");
        cells.put(table.columns().getOrDefault(column, place.dimension()), request.weight());
        insert(editor, table, OpenModel.end(table), cells);
    }

    /** The indicator, and a Rule ID and a sentence where the table has columns for them. */
    private Map<String, Object> named(TableContent table, String prefix, String because) {
        Map<String, Object> cells = new LinkedHashMap<>();
        if (OpenModel.column(table, "Rule ID") > 0) {
            cells.put("Rule ID", ids.next(table, prefix));
        }
        cells.put("Indicator", request.field().label());
        cells.put("Because", because);
        return cells;
    }

    private static void insert(WorkbookEditor editor, TableContent table, int row, Map<String, Object> cells) {
        Map<Integer, Object> byColumn = new LinkedHashMap<>();
        cells.forEach((header, value) -> {
            int column = OpenModel.column(table, header);
            if (column > 0) {
                byColumn.put(column, value);
            }
        });
        editor.insertRow(table.sheet(), row, byColumn);
    }
}
