package io.barograph.testkit.shipped;

import io.barograph.engine.authoring.TableColumns;
import io.barograph.engine.authoring.WorkbookText;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.WorkbookPlan;
import java.util.List;
import java.util.Map;

/** The shipped model for households of a telephone and internet provider, made for a public data set. */
final class Telco {

    private static final List<String> BANDS = List.of("green", "yellow", "red");

    private static final String HOW_TO_READ =
            "Every sheet is a table: the first row holds the headers, every later row is a rule. Rest the mouse on a"
                    + " header to read what the column means. The names are those of the data contract in"
                    + " governance/telco; gender and age are kept out of the rules on purpose.";

    private static final String SEGMENTS = """
            Rule ID | Internet service | Segment | Because
            SEG-10  | Fiber optic      | fibre   | The line is fibre.
            SEG-20  | DSL              | dsl     | The line is DSL.
            SEG-90  |                  | phone   | No internet service is on record.
            """;

    private static final String TIERS = """
            Rule ID | Total charges | Monthly charges | Tier     | Because
            TIER-10 | >= 5000       |                 | key      | {Total charges} billed so far make a key customer.
            TIER-20 |               | >= 100          | key      | {Monthly charges} a month is among our highest bills.
            TIER-90 |               |                 | standard | An ordinary household.
            """;

    private Telco() {}

    /** Workbooks by file name. */
    static Map<String, WorkbookPlan> workbooks(Contract contract) {
        TableColumns columns = new TableColumns(contract, BANDS);
        return Map.of(
                "segments.xlsx", segments(columns),
                "fibre.xlsx", fibre().plan(columns),
                "dsl.xlsx", dsl().plan(columns),
                "phone.xlsx", phone().plan(columns));
    }

    private static WorkbookPlan segments(TableColumns columns) {
        return new WorkbookText(
                        "Telco retention: segments and tiers",
                        List.of(
                                "Households behave by the line they have: fibre customers are courted by every competitor, telephone"
                                        + " customers by none. The first row that matches wins.",
                                HOW_TO_READ))
                .with(Table.SEGMENTS, SEGMENTS)
                .with(Table.ACCOUNT_TIERS, TIERS)
                .plan(columns);
    }

    private static WorkbookText fibre() {
        return new WorkbookText(
                        "Telco retention: fibre",
                        List.of(
                                "Fibre customers pay most and leave most: without a term, in the first year, above all when no service"
                                        + " but speed holds them. Caps and floors say what a contract's term does to the score.",
                                HOW_TO_READ))
                .with(Table.MODEL, model("fibre", "Head of Consumer Retention", "Households with a fibre line"))
                .with(Table.INDICATORS, FibreScoring.INDICATORS)
                .with(Table.SCORING, FibreScoring.SCORING)
                .with(Table.WEIGHTS, FibreWeights.WEIGHTS)
                .with(Table.CONTEXT, FibreWeights.CONTEXT)
                .with(Table.OVERALL, FibreWeights.OVERALL)
                .with(Table.CAPS, FibreBands.CAPS)
                .with(Table.THRESHOLDS, FibreBands.THRESHOLDS)
                .with(Table.CALIBRATION, FibreForecast.CALIBRATION)
                .with(Table.PLAYBOOKS, FibrePlaybooks.PLAYBOOKS)
                .with(Table.TESTS, FibreTests.TESTS);
    }

    private static WorkbookText dsl() {
        return new WorkbookText(
                        "Telco retention: DSL",
                        List.of(
                                "DSL customers who get through the first year with a booked service or two rarely leave. So the model"
                                        + " looks at time and at what is booked; price matters little.",
                                HOW_TO_READ))
                .with(Table.MODEL, model("dsl", "Head of Consumer Retention", "Households with a DSL line"))
                .with(Table.INDICATORS, DslScoring.INDICATORS)
                .with(Table.SCORING, DslScoring.SCORING)
                .with(Table.WEIGHTS, DslWeights.WEIGHTS)
                .with(Table.CONTEXT, DslWeights.CONTEXT)
                .with(Table.OVERALL, DslWeights.OVERALL)
                .with(Table.CAPS, DslBands.CAPS)
                .with(Table.THRESHOLDS, DslBands.THRESHOLDS)
                .with(Table.CALIBRATION, DslForecast.CALIBRATION)
                .with(Table.PLAYBOOKS, DslPlaybooks.PLAYBOOKS)
                .with(Table.TESTS, DslTests.TESTS);
    }

    private static WorkbookText phone() {
        return new WorkbookText(
                        "Telco retention: telephone only",
                        List.of(
                                "Telephone customers are the quietest. Those who leave do so in the first months, without a term;"
                                        + " everyone else stays for years.",
                                HOW_TO_READ))
                .with(Table.MODEL, model("phone", "Head of Voice", "Households with a telephone and no internet"))
                .with(Table.INDICATORS, PhoneScoring.INDICATORS)
                .with(Table.SCORING, PhoneScoring.SCORING)
                .with(Table.WEIGHTS, PhoneWeights.WEIGHTS)
                .with(Table.CONTEXT, PhoneWeights.CONTEXT)
                .with(Table.OVERALL, PhoneWeights.OVERALL)
                .with(Table.CAPS, PhoneBands.CAPS)
                .with(Table.THRESHOLDS, PhoneBands.THRESHOLDS)
                .with(Table.CALIBRATION, PhoneForecast.CALIBRATION)
                .with(Table.PLAYBOOKS, PhonePlaybooks.PLAYBOOKS)
                .with(Table.TESTS, PhoneTests.TESTS);
    }

    private static String model(String segment, String owner, String description) {
        return """
                Setting            | Value      | Note
                Segment            | %s         | As segments.xlsx writes it.
                Owner role         | %s         | Answers for this workbook.
                Description        | %s         |
                Scoring cadence    | monthly    | After each billing run.
                Minimum coverage %% | 60        | With less data than this a customer has no band.
                Review by          | 2026-12-31 | Weights and thresholds are due for a look.
                """.formatted(segment, owner, description);
    }
}
