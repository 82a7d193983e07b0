package io.barograph.engine.authoring;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.SheetPlan;
import io.barograph.engine.workbook.WorkbookPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment's workbook to start from: every sheet, with rows that make a sound model of some of the contract's indicators.
 * People adjust the numbers; nothing has to be filled in first.
 */
final class StartingWorkbook {

    static final List<String> BANDS = List.of("green", "yellow", "red");

    private final Contract contract;
    private final String segment;
    private final StartingScores scores;
    private final StartingActions actions;

    /**
     * @param ids of the model it is for; what is used here is taken from then on
     * @param account attributes that lead an account to this segment, by label; null when they are not known
     */
    StartingWorkbook(Contract contract, String segment, RuleIds ids, StartingTests.Account account) {
        this.contract = contract;
        this.segment = segment;
        String prefix = ids.prefix(segment);
        List<Field> indicators = StartingIndicators.of(contract);
        StartingTable.Ids numbered = table -> ids.first(prefix, table);
        this.scores = new StartingScores(indicators, numbered);
        this.actions = new StartingActions(
                contract,
                indicators.get(0),
                scores.leading(),
                numbered,
                new StartingTests(segment, indicators, account, numbered));
    }

    WorkbookPlan plan() {
        SheetPlans plans = new SheetPlans(new TableColumns(contract, BANDS));
        List<SheetPlan> sheets = new ArrayList<>();
        sheets.add(plans.sheet(Table.MODEL, settings()));
        for (StartingTable table : tables()) {
            sheets.add(plans.sheet(table.table(), table.lines()));
        }
        return new WorkbookPlan(
                "Customer health: " + segment,
                readMe(),
                glossary(),
                sheets.stream().map(StartingWorkbook::offeringTheContract).toList());
    }

    private List<StartingTable> tables() {
        List<StartingTable> tables = new ArrayList<>(scores.tables());
        tables.addAll(actions.tables());
        return tables;
    }

    private List<List<String>> settings() {
        return List.of(
                List.of("Setting", "Value", "Note"),
                List.of("Segment", segment, "As segments.xlsx writes it."),
                List.of("Owner role", "Head of Customer Success", "Answers for this workbook. Write who it is."),
                List.of(
                        "Description",
                        "Accounts of the segment " + segment,
                        "Say who belongs to it and how they are served."),
                List.of("Scoring cadence", "daily", "How often accounts are decided: daily, weekly or monthly."),
                List.of("Minimum coverage %", "50", "With less data than this an account has no band."),
                List.of("Review by", "", "A date such as 2026-12-31: when to look at all of this again."));
    }

    private List<String> readMe() {
        return List.of(
                "This workbook decides how healthy the accounts of the segment " + segment
                        + " are, why, and what to do."
                        + " Its rows are examples that work as they are: adjust the numbers, add rows, delete what you do not"
                        + " need.",
                "Every sheet is a table: the first row holds the headers, every later row is a rule. Rest the mouse on a"
                        + " header to read what the column means. Blue columns are conditions: a row applies when all of its"
                        + " filled condition cells hold, and an empty cell means any. Green columns say what the row does.",
                "Read the sheets from left to right: Indicators says what counts as known, Scoring turns readings into 0 to"
                        + " 100, Weights and Overall combine them, Context shifts weights by situation, Caps bound the result,"
                        + " Thresholds name it, Calibration says what it means in churn, Trends and Signals raise flags, Cohorts"
                        + " group, Playbooks and Escalations say what to do, Tests hold examples that must come out right.",
                "A condition on anything in the data contract is a new column with its name as the header. Rule IDs stay with"
                        + " their rows for good; give every new row the next free one.",
                "Save, then run `./barograph check` on the folder: it names every mistake with its cell.",
                "These are the indicators of the data contract. A new one comes with `./barograph new indicator`:");
    }

    private List<WorkbookPlan.Word> glossary() {
        return contract.fields().stream()
                .filter(Field::isIndicator)
                .map(field -> new WorkbookPlan.Word(field.label(), meaning(field)))
                .toList();
    }

    private static String meaning(Field field) {
        List<String> words = new ArrayList<>();
        if (field.category() != null) {
            words.add(field.category());
        }
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        if (minimum != null && maximum != null) {
            words.add(minimum.toPlainString() + " to " + maximum.toPlainString()
                    + (field.unit() == null ? "" : " " + field.unit()));
        } else {
            words.add(
                    field.allowedValues().isEmpty() ? field.type().label() : String.join(", ", field.allowedValues()));
        }
        if (field.direction() != Field.Direction.NEITHER) {
            words.add(field.direction().label().replace('-', ' '));
        }
        return String.join("; ", words);
    }

    /** Indicators are chosen from the contract's, listed on the Read me sheet. */
    private static SheetPlan offeringTheContract(SheetPlan sheet) {
        if (!Names.same(sheet.name(), Table.INDICATORS.sheet())) {
            return sheet;
        }
        List<ColumnPlan> columns = sheet.columns().stream()
                .map(column -> column.header().equals("Indicator") ? column.choosing(Choices.GLOSSARY) : column)
                .toList();
        return new SheetPlan(sheet.name(), columns, sheet.groupBy(), sheet.rows());
    }
}
