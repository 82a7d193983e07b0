package io.barograph.testkit.engine;

import static io.barograph.testkit.ModelBuilder.model;
import static io.barograph.testkit.WorkbookBuilder.workbook;

import io.barograph.testkit.ModelBuilder;
import io.barograph.testkit.WorkbookBuilder;

/** The example of the format's description: one segment, two indicators, one context row. */
public final class WorkedExample {

    private static final String CONTRACT = """
            apiVersion: v3.0.2
            kind: DataContract
            id: worked-example
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

    private WorkedExample() {}

    public static ModelBuilder builder() {
        return builder(enterprise());
    }

    /** The example with another workbook for its segment. */
    static ModelBuilder builder(WorkbookBuilder enterprise) {
        return builder(
                enterprise,
                workbook("segments.xlsx")
                        .sheet("Segments")
                        .header("Rule ID", "ARR", "Segment", "Because")
                        .row("SEG-1", null, "enterprise", "every account of this example")
                        .workbook());
    }

    /** The example with a segment without a workbook for accounts of that much ARR. */
    static ModelBuilder builder(WorkbookBuilder enterprise, String arrOfKeyAccounts) {
        return builder(
                enterprise,
                workbook("segments.xlsx")
                        .sheet("Segments")
                        .header("Rule ID", "ARR", "Segment", "Because")
                        .row("SEG-0", arrOfKeyAccounts, "key", "large")
                        .row("SEG-1", null, "enterprise", "everybody else")
                        .workbook());
    }

    private static ModelBuilder builder(WorkbookBuilder enterprise, WorkbookBuilder segments) {
        return model("worked-example").contract(CONTRACT).with(segments).with(enterprise);
    }

    static WorkbookBuilder enterprise() {
        return workbook("enterprise.xlsx")
                .sheet("Model")
                .header("Setting", "Value")
                .row("Segment", "enterprise")
                .row("Minimum coverage %", 50)
                .sheet("Indicators")
                .header("Indicator", "Max age (days)", "If missing")
                .row("Seat utilisation", 30, "ignore")
                .row("Support satisfaction", 90, "ignore")
                .sheet("Scoring")
                .header("Rule ID", "Indicator", "Value", "Score", "Score at end", "Because")
                .row("SC-1", "Seat utilisation", "0..50", 20, null, "half the seats are empty")
                .row("SC-2", "Seat utilisation", "50..80", 50, 80, "{Seat utilisation} % of seats in use")
                .row("SC-3", "Seat utilisation", "80..100", 95, null, "nearly every seat in use")
                .row("SC-4", "Support satisfaction", "1..3", 30, null, "unhappy")
                .row("SC-5", "Support satisfaction", "3..4", 65, null, "content")
                .row("SC-6", "Support satisfaction", "4..5", 90, null, "happy ({Support satisfaction})")
                .sheet("Weights")
                .header("Indicator", "Retention")
                .row("Seat utilisation", 60)
                .row("Support satisfaction", 40)
                .sheet("Context")
                .header("Rule ID", "Lifecycle", "Indicator", "Multiply weight by", "Because")
                .row("CX-1", "renewal", "Support satisfaction", 1.5, "what support was like decides renewals")
                .sheet("Overall")
                .header("Dimension", "Weight in overall")
                .row("Retention", 100)
                .sheet("Caps")
                .header("Rule ID", "Lifecycle", "Applies to", "At most", "Because")
                .row("CP-1", "adoption", "Overall", 60, "young accounts are not healthy yet")
                .sheet("Thresholds")
                .header("Rule ID", "Applies to", "Band", "From", "Leave below", "Because")
                .row("TH-1", "Overall", "green", 75, 72, "healthy")
                .row("TH-2", "Overall", "yellow", 50, null, "watch")
                .row("TH-3", "Overall", "red", null, null, "at risk")
                .sheet("Playbooks")
                .header("Rule ID", "Overall band", "Playbook", "Action", "Due (days)", "Priority", "Because")
                .row("PB-1", "green", "Advocacy", "ask for a reference", 14, 2, "healthy accounts recommend us")
                .row("PB-2", "green, yellow", "Upsell", "offer more seats", 7, 1, "room to grow")
                .row("PB-3", "red", "Rescue", "call today", 0, 1, "at risk")
                .workbook();
    }
}
