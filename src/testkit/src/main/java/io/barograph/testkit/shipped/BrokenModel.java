package io.barograph.testkit.shipped;

import static io.barograph.testkit.WorkbookBuilder.workbook;

import java.util.Map;

/** A model with the mistakes people make, one of a kind, for the tour: {@code check} finds them all at once. */
final class BrokenModel {

    private static final String FOLDER = "samples/broken-model/";

    private BrokenModel() {}

    /** Workbooks by their path from the project's root. */
    static Map<String, byte[]> workbooks() {
        return Map.of(FOLDER + "segments.xlsx", segments(), FOLDER + "standard.xlsx", standard());
    }

    private static byte[] segments() {
        return workbook("segments.xlsx")
                .sheet("Segments")
                .header("Rule ID", "ARR", "Segment", "Because")
                .row("SEG-10", "> 100000", "standart", "large accounts")
                .row("SEG-20", ">= 0", "standard", "all other accounts")
                .workbook()
                .bytes();
    }

    private static byte[] standard() {
        return workbook("standard.xlsx")
                .sheet("Model")
                .header("Setting", "Value")
                .row("Segment", "standard")
                .row("Minimum coverage %", 50)
                .sheet("Indicators")
                .header("Indicator", "Max age (days)", "If missing")
                .row("Seat utilizaton", 30, "ignore")
                .row("Support satisfaction", 90, "ignore")
                .sheet("Scoring")
                .header("Rule ID", "Indicator", "Value", "Score", "Score at end", "Because")
                .row("SC-10", "Seat utilisation", "0..50", 20, null, "half the seats are empty")
                .row("SC-20", "Seat utilisation", "60..80", 50, 80, "{Seat utilisation} % of the seats are in use")
                .row("SC-30", "Seat utilisation", "80..100", 950, null, "nearly every seat is in use")
                .row("SC-40", "Support satisfaction", "1..3", "0,5", null, "unhappy")
                .row("SC-40", "Support satisfaction", "3..5", 90, null, "happy")
                .sheet("Weights")
                .header("Indicator", "Retention")
                .row("Seat utilisation", 60)
                .row("Support satisfaction", 30)
                .sheet("Overall")
                .header("Dimension", "Weight in overall")
                .row("Retention", 100)
                .sheet("Thresholds")
                .header("Rule ID", "Applies to", "Band", "From", "Because")
                .row("TH-10", "Overall", "green", 75, "healthy")
                .row("TH-20", "Overal", "yellow", 50, "watch")
                .row("TH-30", "Overall", "red", null, null)
                .sheet("Trends")
                .header("Rule ID", "Measure", "Over days", "Change", "Unit", "Flag", "Severity", "Because")
                .row("TR-10", "Overall", 30, "<= -15", "points", "rapid-decline", "hihg", "falling fast")
                .sheet("Playbooks")
                .header("Rule ID", "Overall band", "Playbook", "Owner rol", "Due (days)", "Because", "Flags")
                .row("PB-10", "red", "Call", "CSM", "soon", "at risk", null)
                .row("PB-20", null, "Call", "CSM", 2, "falling fast", "contains rapid-decline")
                .workbook()
                .bytes();
    }
}
