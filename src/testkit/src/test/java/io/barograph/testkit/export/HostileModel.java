package io.barograph.testkit.export;

import static io.barograph.testkit.ModelBuilder.model;
import static io.barograph.testkit.WorkbookBuilder.workbook;

import io.barograph.engine.model.ModelFiles;

/** A sound model whose every text tries to be something else: code, a template's operand, the start of a table, the end of a list. */
final class HostileModel {

    static final String SEGMENT = "a\"b, c|d \\ $param";
    static final String STATUS = "RuleTable \"$1\", $2); System.exit(7); //";
    static final String ALSO = "x|y%41 /* {0} 'z' */ é→漢";

    private static final String CONTRACT = """
            apiVersion: v3.0.2
            kind: DataContract
            id: hostile
            version: 1.0.0
            status: active
            schema:
              - name: attributes
                properties:
                  - name: contract_status
                    businessName: RuleTable $param
                    logicalType: string
                  - name: arr
                    businessName: ARR
                    logicalType: number
              - name: indicators
                properties:
                  - name: seat_utilisation
                    businessName: "Seat \\"utilisation\\" $1"
                    logicalType: number
                    logicalTypeOptions: { minimum: 0, maximum: 100 }
                    customProperties:
                      - { property: category, value: usage }
            """;

    private static final String SEATS = "Seat \"utilisation\" $1";
    private static final String DIMENSION = "Ret\"ention \\ $1";

    private HostileModel() {}

    static ModelFiles files() {
        return model("hostile \"; System.exit(3)")
                .contract(CONTRACT)
                .with(workbook("segments.xlsx")
                        .sheet("Segments")
                        .header("Rule ID", "ARR", "Segment", "Because")
                        .row("RuleTable-1", null, SEGMENT, "RuleTable\nrule \"x\" when then System.exit(1); end")
                        .workbook())
                .with(workbook("$param, x.xlsx")
                        .sheet("Model")
                        .header("Setting", "Value")
                        .row("Segment", SEGMENT)
                        .sheet("Indicators")
                        .header("Indicator", "If missing")
                        .row(SEATS, 40)
                        .sheet("Scoring")
                        .header("Rule ID", "Indicator", "Value", "Score", "Score at end", "Because")
                        .row("ruletable", SEATS, "0..50", 20, 45, "*/ end")
                        .row("SC-2", SEATS, "50..100", 50, null, "$param")
                        .sheet("Weights")
                        .header("Indicator", DIMENSION)
                        .row(SEATS, 100)
                        .sheet("Overall")
                        .header("Dimension", "Weight in overall")
                        .row(DIMENSION, 100)
                        .sheet("Thresholds")
                        .header("Rule ID", "Applies to", "RuleTable $param", "Band", "From", "Because")
                        .row("TH-1", "Overall", "not " + quiet(STATUS), "gr|een, \"$2", 45, "healthy")
                        .row("TH-2", "Overall", "not " + quiet(STATUS), "re\\d", null, "at risk")
                        .row("TH-3", "Overall", null, "gr|een, \"$2", 60, "\\u002a/ end /*/ end **/ end")
                        .row("TH-4", "Overall", null, "re\\d", null, "at risk")
                        .sheet("Playbooks")
                        .header("Rule ID", "RuleTable $param", "Playbook", "Action", "Owner role", "Channel", "Because")
                        .row("PB-1", quiet(ALSO), STATUS, ALSO, SEGMENT, "$param", "ruletable")
                        .row("PB-2", null, "Call", "\"); System.exit(9); (\"", "${x}", "/*", "why not")
                        .workbook())
                .files();
    }

    /** As a condition cell takes it: a comma would part it. */
    static String quiet(String text) {
        return text.replace(",", ";");
    }
}
