package io.barograph.testkit.engine;

import static io.barograph.testkit.ModelBuilder.model;
import static io.barograph.testkit.WorkbookBuilder.workbook;

import io.barograph.testkit.ModelBuilder;

/** One segment with a row or two on every sheet, small enough to work out by hand. */
public final class WholeExample {

    private static final String CONTRACT = """
            apiVersion: v3.0.2
            kind: DataContract
            id: whole-example
            version: 1.0.0
            status: active
            schema:
              - name: attributes
                properties:
                  - name: lifecycle_stage
                    businessName: Lifecycle
                    logicalType: string
                    customProperties:
                      - property: allowedValues
                        value: [adoption, renewal]
                  - name: contract_status
                    businessName: Contract status
                    logicalType: string
                  - name: arr
                    businessName: ARR
                    logicalType: number
              - name: indicators
                properties:
                  - name: logins
                    businessName: Logins
                    logicalType: integer
                    logicalTypeOptions: { minimum: 0, maximum: 1000 }
                    customProperties:
                      - { property: category, value: usage }
                      - { property: direction, value: higher-is-better }
                  - name: seat_utilisation
                    businessName: Seat utilisation
                    logicalType: number
                    logicalTypeOptions: { minimum: 0, maximum: 100 }
                    customProperties:
                      - { property: category, value: usage }
                      - { property: unit, value: percent }
                      - { property: direction, value: higher-is-better }
                  - name: support_csat
                    businessName: Support satisfaction
                    logicalType: number
                    logicalTypeOptions: { minimum: 1, maximum: 5 }
                    customProperties:
                      - { property: category, value: engagement }
                      - { property: direction, value: higher-is-better }
            """;

    private WholeExample() {}

    public static ModelBuilder builder() {
        return model("whole-example")
                .contract(CONTRACT)
                .with(workbook("segments.xlsx")
                        .sheet("Segments")
                        .header("Rule ID", "ARR", "Segment", "Because")
                        .row("SEG-1", null, "enterprise", "every account of this example")
                        .workbook())
                .with(workbook("enterprise.xlsx")
                        .sheet("Model")
                        .header("Setting", "Value")
                        .row("Segment", "enterprise")
                        .row("Minimum coverage %", 50)
                        .sheet("Indicators")
                        .header(
                                "Indicator",
                                "Smoothing half-life (days)",
                                "Max age (days)",
                                "If missing",
                                "Campaign discount %")
                        .row("Seat utilisation", 10, 90, "ignore", null)
                        .row("Support satisfaction", null, 90, "ignore", null)
                        .row("Logins", null, 90, "ignore", 50)
                        .sheet("Scoring")
                        .header("Rule ID", "Indicator", "Value", "Score", "Score at end", "Because")
                        .row("SC-1", "Seat utilisation", "0..100", 0, 100, "{Seat utilisation} % of seats in use")
                        .row("SC-2", "Support satisfaction", "1..3", 30, null, "unhappy")
                        .row("SC-3", "Support satisfaction", "3..5", 90, null, "happy")
                        .row("SC-4", "Logins", "0..100", 0, null, "hardly used")
                        .row("SC-5", "Logins", "100..1000", 100, null, "used")
                        .sheet("Weights")
                        .header("Indicator", "Retention", "Engagement")
                        .row("Seat utilisation", 60, null)
                        .row("Support satisfaction", 40, null)
                        .row("Logins", null, 100)
                        .sheet("Context")
                        .header("Rule ID", "Lifecycle", "Indicator", "Multiply weight by", "Because")
                        .row("CX-1", "renewal", "Support satisfaction", 1.5, "what support was like decides renewals")
                        .sheet("Overall")
                        .header("Dimension", "Weight in overall")
                        .row("Retention", 80)
                        .row("Engagement", 20)
                        .sheet("Caps")
                        .header("Rule ID", "Contract status", "Applies to", "At most", "Because")
                        .row("CP-1", "notice", "Overall", 40, "they gave notice")
                        .sheet("Thresholds")
                        .header("Rule ID", "Applies to", "Band", "From", "Leave below", "Because")
                        .row("TH-1", "Overall", "green", 75, 72, "healthy")
                        .row("TH-2", "Overall", "yellow", 50, null, "watch")
                        .row("TH-3", "Overall", "red", null, null, "at risk")
                        .row("TH-4", "Retention", "good", 60, null, "they stay")
                        .row("TH-5", "Retention", "poor", null, null, "they go")
                        .sheet("Calibration")
                        .header(
                                "Horizon (days)",
                                "Score from",
                                "Churn probability",
                                "Expansion probability",
                                "Between rows")
                        .row(30, 0, 0.2, 0, "step")
                        .row(90, 0, 0.6, 0.01, "linear")
                        .row(30, 50, 0.05, 0.1, "step")
                        .row(90, 75, 0.1, 0.2, "step")
                        .sheet("Trends")
                        .header("Rule ID", "Measure", "Over days", "Change", "Unit", "Flag", "Severity", "Because")
                        .row("TR-1", "Overall", 30, "<= -15", "points", "rapid-decline", "high", "it fell fast")
                        .row("TR-2", "Logins", 30, "<= -50 or >= 50", "percent", "unusual-use", "low", "logins changed")
                        .sheet("Signals")
                        .header("Rule ID", "Flags", "Churn probability", "Flag", "Severity", "Because")
                        .row("SG-1", "contains rapid-decline", ">= 0.3", "losing-them", "medium", "falling and at risk")
                        .row("SG-2", null, ">= 0.5", "nearly-gone", "high", "more likely gone than not")
                        .sheet("Cohorts")
                        .header("Rule ID", "Flags", "Flag severity", "Cohort", "Because")
                        .row("CO-1", null, "high", "at-risk", "flagged {Flags}")
                        .row("CO-2", null, null, "steady", "nothing unusual")
                        .sheet("Playbooks")
                        .header(
                                "Rule ID",
                                "Cohort",
                                "Playbook",
                                "Action",
                                "Due (days)",
                                "Priority",
                                "Suppresses",
                                "Value from",
                                "Expected save rate %",
                                "Expected uplift %",
                                "Cost",
                                "Because")
                        .row("PB-1", "at-risk", "Letter", "write", 7, 1, null, null, null, null, null, "cheap")
                        .row("PB-2", "at-risk", "Rescue", "call", 0, 2, null, "churn", 25, null, 500, "worth it")
                        .row("PB-3", null, "Upsell", "offer", 7, 3, null, "expansion", null, 10, null, "room to grow")
                        .row("PB-4", "at-risk", "Pause", "stop", 7, 4, "Upsell", null, null, null, null, "not now")
                        .sheet("Escalations")
                        .header(
                                "Rule ID",
                                "Applies to",
                                "Band",
                                "For at least",
                                "Playbooks",
                                "Escalate to",
                                "Action",
                                "Due (days)",
                                "Because")
                        .row("ES-1", null, "red", 14, "contains Rescue", "cs-manager", "join", 2, "two weeks red")
                        .row("ES-2", "Retention", "poor", null, null, "vp-success", "look", null, "they go")
                        .workbook());
    }
}
