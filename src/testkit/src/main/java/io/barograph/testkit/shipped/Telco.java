package io.barograph.testkit.shipped;

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
        Columns columns = new Columns(contract, BANDS);
        return Map.of(
                "segments.xlsx", segments(columns),
                "fibre.xlsx", fibre().plan(columns),
                "dsl.xlsx", dsl().plan(columns),
                "phone.xlsx", phone().plan(columns));
    }

    private static WorkbookPlan segments(Columns columns) {
        TableText text = new TableText(columns);
        return new WorkbookPlan(
                "Telco retention: segments and tiers",
                List.of(
                        "Households behave by the line they have: fibre customers are courted by every competitor, telephone"
                                + " customers by none. The first row that matches wins.",
                        HOW_TO_READ),
                List.of(text.sheet(Table.SEGMENTS, SEGMENTS), text.sheet(Table.ACCOUNT_TIERS, TIERS)));
    }

    private static SegmentTables fibre() {
        return new SegmentTables(
                "Telco retention: fibre",
                List.of(
                        "Fibre customers pay most and leave most: without a term, in the first year, above all when no service"
                                + " but speed holds them. Caps and floors say what a contract's term does to the score.",
                        HOW_TO_READ),
                model("fibre", "Head of Consumer Retention", "Households with a fibre line"),
                FibreScoring.INDICATORS,
                FibreScoring.SCORING,
                FibreWeights.WEIGHTS,
                FibreWeights.CONTEXT,
                FibreWeights.OVERALL,
                FibreBands.CAPS,
                FibreBands.THRESHOLDS,
                FibrePlaybooks.PLAYBOOKS);
    }

    private static SegmentTables dsl() {
        return new SegmentTables(
                "Telco retention: DSL",
                List.of(
                        "DSL customers who get through the first year with a booked service or two rarely leave. So the model"
                                + " looks at time and at what is booked; price matters little.",
                        HOW_TO_READ),
                model("dsl", "Head of Consumer Retention", "Households with a DSL line"),
                DslScoring.INDICATORS,
                DslScoring.SCORING,
                DslWeights.WEIGHTS,
                DslWeights.CONTEXT,
                DslWeights.OVERALL,
                DslBands.CAPS,
                DslBands.THRESHOLDS,
                DslPlaybooks.PLAYBOOKS);
    }

    private static SegmentTables phone() {
        return new SegmentTables(
                "Telco retention: telephone only",
                List.of(
                        "Telephone customers are the quietest. Those who leave do so in the first months, without a term;"
                                + " everyone else stays for years.",
                        HOW_TO_READ),
                model("phone", "Head of Voice", "Households with a telephone and no internet"),
                PhoneScoring.INDICATORS,
                PhoneScoring.SCORING,
                PhoneWeights.WEIGHTS,
                PhoneWeights.CONTEXT,
                PhoneWeights.OVERALL,
                PhoneBands.CAPS,
                PhoneBands.THRESHOLDS,
                PhonePlaybooks.PLAYBOOKS);
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
