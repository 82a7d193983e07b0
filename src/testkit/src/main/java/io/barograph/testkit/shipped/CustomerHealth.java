package io.barograph.testkit.shipped;

import io.barograph.engine.authoring.TableColumns;
import io.barograph.engine.authoring.WorkbookText;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.WorkbookPlan;
import java.util.List;
import java.util.Map;

/** The shipped model for customers of a software company. */
final class CustomerHealth {

    private static final List<String> BANDS = List.of("green", "yellow", "red");

    private static final String HOW_TO_EDIT =
            "Every sheet is a table: the first row holds the headers, every later row is a rule. Rest the mouse on a"
                    + " header to read what the column means. Blue columns are conditions: a row applies when all of"
                    + " its filled condition cells hold, and an empty cell means any. Green columns say what the row"
                    + " does.";

    private static final String HOW_TO_CHECK =
            "Save, then run `./barograph check decision-tables/customer-health`: it names every mistake with its cell."
                    + " Rule IDs stay with their rows for good; decisions and comparisons refer to them.";

    private static final String SEGMENTS = """
            Rule ID | Business model | ARR      | Segment     | Because
            SEG-05  | marketplace    |          | marketplace | The customer runs a marketplace: health is a matter of two sides and what they do for each other.
            SEG-10  |                | missing  | smb         | ARR is unknown, so the account is treated as small until finance fills it in.
            SEG-20  |                | > 100000 | enterprise  | ARR of {ARR} is above 100,000.
            SEG-30  |                | > 10000  | mid-market  | ARR of {ARR} is above 10,000.
            SEG-90  |                |          | smb         | ARR of {ARR} is at most 10,000.
            """;

    private static final String TIERS = """
            Rule ID | ARR       | Lifetime value | Reference customer | Competitor present | Tier      | Because
            TIER-10 | >= 250000 |                |                    |                    | strategic | ARR of {ARR} is among our largest.
            TIER-20 |           | >= 1000000     |                    |                    | strategic | The account has been worth {Lifetime value} to us over its life.
            TIER-30 | >= 100000 |                | yes                |                    | strategic | A large customer that speaks for us in public must never be neglected.
            TIER-40 | >= 50000  |                |                    |                    | key       | ARR of {ARR} is worth a named contact.
            TIER-50 | >= 20000  |                |                    | yes                | key       | A competitor is already in the house.
            TIER-60 |           |                | yes                |                    | key       | A reference customer deserves more than its ARR suggests.
            TIER-90 |           |                |                    |                    | standard  | Nothing asks for special attention.
            """;

    private CustomerHealth() {}

    /** Workbooks by file name. */
    static Map<String, WorkbookPlan> workbooks(Contract contract) {
        TableColumns columns = new TableColumns(contract, BANDS);
        return Map.of(
                "segments.xlsx", segments(columns),
                "enterprise.xlsx", enterprise().plan(columns),
                "mid-market.xlsx", midMarket().plan(columns),
                "smb.xlsx", smb().plan(columns),
                "marketplace.xlsx", marketplace().plan(columns));
    }

    private static WorkbookPlan segments(TableColumns columns) {
        return new WorkbookText(
                        "Customer health: segments and tiers",
                        List.of(
                                "This workbook decides which segment an account belongs to, and so which workbook decides it, and"
                                        + " how much attention it deserves.",
                                "In both sheets the first row that matches wins, so order matters. The last row of Segments has no"
                                        + " condition and takes everyone else. A new segment is a new row here and a new workbook"
                                        + " beside this one.",
                                HOW_TO_EDIT,
                                HOW_TO_CHECK))
                .with(Table.SEGMENTS, SEGMENTS)
                .with(Table.ACCOUNT_TIERS, TIERS)
                .plan(columns);
    }

    private static WorkbookText enterprise() {
        return new WorkbookText(
                        "Customer health: enterprise",
                        List.of(
                                "Large accounts (ARR above 100,000) with a named customer success manager. They leave slowly and for"
                                        + " reasons people tell us: sponsors who go, escalations nobody owns, promises that did not"
                                        + " come true. So relations and proven value weigh as much as usage.",
                                "Read the sheets from left to right: Indicators says what counts as known, Scoring turns readings into"
                                        + " 0 to 100, Weights and Overall combine them, Context shifts weights by situation, Caps bound"
                                        + " the result, Thresholds name it, Playbooks say what to do.",
                                HOW_TO_EDIT,
                                HOW_TO_CHECK))
                .with(Table.MODEL, """
                Setting            | Value                                                        | Note
                Segment            | enterprise                                                   | As segments.xlsx writes it.
                Owner role         | VP Customer Success                                          | Answers for this workbook.
                Description        | Named accounts above 100,000 ARR with an executive sponsor   |
                Scoring cadence    | daily                                                        | How often accounts are decided.
                Minimum coverage % | 50                                                           | With less data than this an account has no band.
                Review by          | 2026-09-30                                                   | Weights and thresholds are due for a look.
                """)
                .with(Table.INDICATORS, EnterpriseScoring.INDICATORS)
                .with(Table.SCORING, EnterpriseScoring.SCORING)
                .with(Table.WEIGHTS, EnterpriseWeights.WEIGHTS)
                .with(Table.CONTEXT, EnterpriseWeights.CONTEXT)
                .with(Table.OVERALL, EnterpriseWeights.OVERALL)
                .with(Table.CAPS, EnterpriseBands.CAPS)
                .with(Table.THRESHOLDS, EnterpriseBands.THRESHOLDS)
                .with(Table.CALIBRATION, EnterpriseForecast.CALIBRATION)
                .with(Table.TRENDS, EnterpriseSignals.TRENDS)
                .with(Table.SIGNALS, EnterpriseSignals.SIGNALS)
                .with(Table.COHORTS, EnterpriseSignals.COHORTS)
                .with(Table.PLAYBOOKS, EnterprisePlaybooks.PLAYBOOKS)
                .with(Table.ESCALATIONS, EnterprisePlaybooks.ESCALATIONS)
                .with(Table.TESTS, EnterpriseTests.TESTS);
    }

    private static WorkbookText midMarket() {
        return new WorkbookText(
                        "Customer health: mid-market",
                        List.of(
                                "Accounts between 10,000 and 100,000 ARR, some forty to a customer success manager. They renew the seats"
                                        + " they use and notice quickly when a product is hard to work with. Usage leads, relations"
                                        + " follow.",
                                "Only strategic and key accounts get the playbooks that cost a person's afternoon; the others are served"
                                        + " by campaigns.",
                                HOW_TO_EDIT,
                                HOW_TO_CHECK))
                .with(Table.MODEL, """
                Setting            | Value                                                        | Note
                Segment            | mid-market                                                   | As segments.xlsx writes it.
                Owner role         | Director Customer Success                                    | Answers for this workbook.
                Description        | Accounts from 10,000 to 100,000 ARR in pods of forty         |
                Scoring cadence    | daily                                                        | How often accounts are decided.
                Minimum coverage % | 45                                                           | With less data than this an account has no band.
                Review by          | 2026-09-30                                                   | Weights and thresholds are due for a look.
                """)
                .with(Table.INDICATORS, MidMarketScoring.INDICATORS)
                .with(Table.SCORING, MidMarketScoring.SCORING)
                .with(Table.WEIGHTS, MidMarketWeights.WEIGHTS)
                .with(Table.CONTEXT, MidMarketWeights.CONTEXT)
                .with(Table.OVERALL, MidMarketWeights.OVERALL)
                .with(Table.CAPS, MidMarketBands.CAPS)
                .with(Table.THRESHOLDS, MidMarketBands.THRESHOLDS)
                .with(Table.CALIBRATION, MidMarketForecast.CALIBRATION)
                .with(Table.TRENDS, MidMarketSignals.TRENDS)
                .with(Table.SIGNALS, MidMarketSignals.SIGNALS)
                .with(Table.COHORTS, MidMarketSignals.COHORTS)
                .with(Table.PLAYBOOKS, MidMarketPlaybooks.PLAYBOOKS)
                .with(Table.ESCALATIONS, MidMarketPlaybooks.ESCALATIONS)
                .with(Table.TESTS, MidMarketTests.TESTS);
    }

    private static WorkbookText smb() {
        return new WorkbookText(
                        "Customer health: small business",
                        List.of(
                                "Accounts up to 10,000 ARR, served from a pooled queue and by the product itself. They decide fast, mostly"
                                        + " without a word: logins stop, a card is not renewed. So usage and payment carry the score.",
                                "Hysteresis is narrow and maximum ages are short, because a small team changes within days.",
                                HOW_TO_EDIT,
                                HOW_TO_CHECK))
                .with(Table.MODEL, """
                Setting            | Value                                                        | Note
                Segment            | smb                                                          | As segments.xlsx writes it.
                Owner role         | Head of Scaled Success                                       | Answers for this workbook.
                Description        | Accounts up to 10,000 ARR, served digitally                  |
                Scoring cadence    | daily                                                        | How often accounts are decided.
                Minimum coverage % | 40                                                           | With less data than this an account has no band.
                Review by          | 2026-06-30                                                   | Weights and thresholds are due for a look.
                """)
                .with(Table.INDICATORS, SmbScoring.INDICATORS)
                .with(Table.SCORING, SmbScoring.SCORING)
                .with(Table.WEIGHTS, SmbWeights.WEIGHTS)
                .with(Table.CONTEXT, SmbWeights.CONTEXT)
                .with(Table.OVERALL, SmbWeights.OVERALL)
                .with(Table.CAPS, SmbBands.CAPS)
                .with(Table.THRESHOLDS, SmbBands.THRESHOLDS)
                .with(Table.CALIBRATION, SmbForecast.CALIBRATION)
                .with(Table.TRENDS, SmbSignals.TRENDS)
                .with(Table.SIGNALS, SmbSignals.SIGNALS)
                .with(Table.COHORTS, SmbSignals.COHORTS)
                .with(Table.PLAYBOOKS, SmbPlaybooks.PLAYBOOKS)
                .with(Table.ESCALATIONS, SmbPlaybooks.ESCALATIONS)
                .with(Table.TESTS, SmbTests.TESTS);
    }

    private static WorkbookText marketplace() {
        return new WorkbookText(
                        "Customer health: marketplaces",
                        List.of(
                                "Customers who run a marketplace on our platform. Their health is that of two sides: suppliers who list and"
                                        + " buyers who come, and what each does for the other. A full shelf without buyers fails as"
                                        + " surely as a crowd before an empty one.",
                                "So Supply and Demand have a score each, and Network effects says whether the sides meet: listings that"
                                        + " sell, searches that find, a ratio neither side suffers from.",
                                HOW_TO_EDIT,
                                HOW_TO_CHECK))
                .with(Table.MODEL, """
                Setting            | Value                                                        | Note
                Segment            | marketplace                                                  | As segments.xlsx writes it.
                Owner role         | Head of Marketplaces                                         | Answers for this workbook.
                Description        | Operators of marketplaces, whatever their ARR                |
                Scoring cadence    | daily                                                        | How often accounts are decided.
                Minimum coverage % | 50                                                           | With less data than this an account has no band.
                Review by          | 2026-09-30                                                   | Weights and thresholds are due for a look.
                """)
                .with(Table.INDICATORS, MarketplaceScoring.INDICATORS)
                .with(Table.SCORING, MarketplaceScoring.SCORING)
                .with(Table.WEIGHTS, MarketplaceWeights.WEIGHTS)
                .with(Table.CONTEXT, MarketplaceWeights.CONTEXT)
                .with(Table.OVERALL, MarketplaceWeights.OVERALL)
                .with(Table.CAPS, MarketplaceBands.CAPS)
                .with(Table.THRESHOLDS, MarketplaceBands.THRESHOLDS)
                .with(Table.CALIBRATION, MarketplaceForecast.CALIBRATION)
                .with(Table.TRENDS, MarketplaceSignals.TRENDS)
                .with(Table.SIGNALS, MarketplaceSignals.SIGNALS)
                .with(Table.COHORTS, MarketplaceSignals.COHORTS)
                .with(Table.PLAYBOOKS, MarketplacePlaybooks.PLAYBOOKS)
                .with(Table.ESCALATIONS, MarketplacePlaybooks.ESCALATIONS)
                .with(Table.TESTS, MarketplaceTests.TESTS);
    }
}
