package io.barograph.engine.authoring;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.parse.ModelReading;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.Role;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.WorkbookEditor;
import io.barograph.engine.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a new segment: a starting workbook, and a row of Segments that leads accounts to it. Of segments.xlsx nothing else
 * changes. The row goes as far down as it can be reached, so that as few accounts as possible change their segment.
 */
public final class NewSegment {

    /** Most places tried for the row of Segments. */
    private static final int PLACES = 50;

    private static final int LONGEST_NAME = 60;
    private static final Pattern NOT_IN_FILES = Pattern.compile("[^a-z0-9]+");
    private static final String NO_INDICATORS =
            "the data contract has no indicator to start from: one needs minimum, maximum and a direction";

    private final OpenModel model;
    private final String segment;
    private final String file;
    private final List<SegmentCondition> conditions;
    private final @Nullable String before;

    private NewSegment(OpenModel model, String segment, List<SegmentCondition> conditions, @Nullable String before) {
        this.model = model;
        this.segment = segment;
        this.file = fileName(segment);
        this.conditions = conditions;
        this.before = before;
    }

    /**
     * A workbook to start from, for a segment that segments.xlsx need not know yet.
     *
     * @param files of the model whose contract and Rule IDs count
     */
    public static Draft workbook(ModelFiles files, String segment) {
        String name = Names.clean(segment);
        String fault = fault(name);
        OpenModel model = fault == null ? OpenModel.of(files).orElse(null) : null;
        if (model == null) {
            return new Draft.Refused(fault == null ? unsound(files) : fault);
        }
        if (StartingIndicators.of(model.contract()).isEmpty()) {
            return new Draft.Refused(NO_INDICATORS);
        }
        byte[] bytes = new NewSegment(model, name, List.of(), null).workbook(StartingTests.Account.UNKNOWN);
        return new Draft.Made(new ModelFiles(
                files.name(), List.of(new ModelFiles.ModelFile(fileName(name), bytes)), files.contract(), List.of()));
    }

    /**
     * @param conditions may be empty only when Segments has a row for the segment already
     * @param before Rule ID of the row of Segments that the new one precedes; null for as far down as it can be reached
     */
    public static Draft of(
            ModelFiles files, String segment, List<SegmentCondition> conditions, @Nullable String before) {
        String name = Names.clean(segment);
        String fault = fault(name);
        OpenModel model = fault == null ? OpenModel.of(files).orElse(null) : null;
        if (model == null) {
            return new Draft.Refused(fault == null ? unsound(files) : fault);
        }
        NewSegment draft = new NewSegment(model, name, conditions, before);
        String reason = draft.refusal();
        return reason == null ? draft.make() : new Draft.Refused(reason);
    }

    static String unsound(ModelFiles files) {
        return "`" + files.name() + "` has errors of its own; mend them first, `barograph check` lists them";
    }

    /** The file of a segment's workbook: {@code Public sector} → {@code public-sector.xlsx}. */
    static String fileName(String segment) {
        String words = NOT_IN_FILES
                .matcher(segment.toLowerCase(Locale.ROOT))
                .replaceAll("-")
                .replaceAll("^-|-$", "");
        return words + ".xlsx";
    }

    private static @Nullable String fault(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return "a segment's name has 1 to " + LONGEST_NAME + " characters";
        }
        if (fileName(name).equals(".xlsx") || ModelReading.isSegments(fileName(name))) {
            return "`" + name + "` cannot name a file; use letters from a to z, digits and blanks";
        }
        return null;
    }

    private @Nullable String refusal() {
        boolean exists = model.files().workbooks().stream()
                .anyMatch(workbook -> workbook.name().equalsIgnoreCase(file));
        if (exists) {
            return "the workbook `" + file + "` exists already; choose another name, or edit it";
        }
        if (model.model().segmentModels().stream().anyMatch(each -> Names.same(each.segment(), segment))) {
            return "there is a workbook for the segment `" + segment + "` already";
        }
        TableContent segments = model.segments();
        if (segments == null) {
            return "the model has no sheet `Segments`";
        }
        if (leads(segments) && !conditions.isEmpty()) {
            return "Segments leads to `" + segment + "` already; leave the conditions out, or edit its row";
        }
        if (!leads(segments) && conditions.isEmpty()) {
            return "say which accounts belong to `" + segment + "`, for example --when \"ARR=>= 500000\"";
        }
        if (before != null && numberOf(segments, before) == 0) {
            return "Segments has no row `" + before + "`";
        }
        return StartingIndicators.of(model.contract()).isEmpty() ? NO_INDICATORS : null;
    }

    /** The row with that Rule ID; 0 when there is none. */
    private static int numberOf(TableContent segments, String ruleId) {
        return segments.rows().stream()
                .filter(row -> row.ruleId() != null && Names.same(row.ruleId(), ruleId))
                .mapToInt(RowContent::number)
                .findFirst()
                .orElse(0);
    }

    private boolean leads(TableContent segments) {
        return segments.rows().stream()
                .filter(RowContent::active)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.role() == Role.OUTCOME && Names.same(cell.text(), segment));
    }

    private Draft make() {
        TableContent segments = Objects.requireNonNull(model.segments());
        Map<String, byte[]> workbooks = new LinkedHashMap<>();
        workbooks.put(file, workbook(StartingTests.Account.UNKNOWN));
        if (!conditions.isEmpty()) {
            placeRow(segments, workbooks);
        }
        if (ModelParser.parse(model.with(workbooks, null)) instanceof Parsing.Accepted accepted) {
            Model made = accepted.model();
            workbooks.put(file, workbook(SegmentAccount.of(made, segment)));
        }
        return new Draft.Made(model.with(workbooks, null));
    }

    private byte[] workbook(StartingTests.Account account) {
        Contract contract = model.contract();
        return WorkbookWriter.write(
                new StartingWorkbook(contract, segment, new RuleIds(model.tables()), account).plan());
    }

    /** From the catch-all upwards, the first place where the row can be reached and hides no other. */
    private void placeRow(TableContent segments, Map<String, byte[]> workbooks) {
        if (before != null) {
            workbooks.put(segments.file(), withRow(segments, numberOf(segments, before)));
            return;
        }
        List<Integer> places = new ArrayList<>();
        for (RowContent row : segments.rows()) {
            places.add(0, row.number());
        }
        for (int place : places.subList(0, Math.min(PLACES, places.size()))) {
            workbooks.put(segments.file(), withRow(segments, place));
            if (allReachable(workbooks, segments.file())) {
                return;
            }
        }
        workbooks.put(segments.file(), withRow(segments, places.isEmpty() ? 2 : places.get(0)));
    }

    private boolean allReachable(Map<String, byte[]> workbooks, String segmentsFile) {
        for (Issue issue : ModelParser.parse(model.with(workbooks, null)).issues()) {
            if (issue.code() == IssueCode.UNREACHABLE_ROW && issue.cell().file().equals(segmentsFile)) {
                return false;
            }
        }
        return true;
    }

    private byte[] withRow(TableContent segments, int place) {
        try (WorkbookEditor editor = WorkbookEditor.open(model.bytes(segments.file()))) {
            Map<Integer, Object> cells = new LinkedHashMap<>();
            cells.put(OpenModel.column(segments, "Rule ID"), new RuleIds(model.tables()).next(segments, "SEG"));
            cells.put(OpenModel.column(segments, "Segment"), segment);
            cells.put(
                    OpenModel.column(segments, "Because"),
                    String.join(
                                    ", ",
                                    conditions.stream()
                                            .map(SegmentCondition::words)
                                            .toList()) + ".");
            TableColumns columns = new TableColumns(model.contract(), StartingWorkbook.BANDS);
            for (SegmentCondition condition : conditions) {
                int column = columnOf(segments, condition.name());
                cells.put(
                        column > 0
                                ? column
                                : editor.addColumn(
                                        segments.sheet(), columns.of(Table.SEGMENTS, header(condition.name()))),
                        condition.cell());
            }
            editor.insertRow(segments.sheet(), place, cells);
            return editor.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column about the same thing, whether it is called by label or by name. */
    private int columnOf(TableContent segments, String name) {
        Field field = model.contract().find(name);
        for (Map.Entry<Integer, String> column : segments.columns().entrySet()) {
            if (Names.same(column.getValue(), name)
                    || (field != null && field.equals(model.contract().find(column.getValue())))) {
                return column.getKey();
            }
        }
        for (RowContent row : segments.rows()) {
            for (CellContent cell : row.cells()) {
                if (Names.same(cell.header(), name)) {
                    return cell.address().column();
                }
            }
        }
        return 0;
    }

    private String header(String name) {
        Field field = model.contract().find(name);
        return field == null ? name : field.label();
    }
}
