package io.barograph.benchmarks.plain;

import io.barograph.engine.model.ModelFiles;
import io.barograph.testkit.ModelBuilder;
import io.barograph.testkit.WorkbookBuilder;

/** The plain task as Barograph's users write it: a workbook. */
public final class PlainModel {

    private static final String SEGMENT = "plain";
    private static final String DIMENSION = "Health";

    private PlainModel() {}

    /** The task's workbooks and data contract. */
    public static ModelFiles files(PlainTask task) {
        return ModelBuilder.model("plain")
                .contract(contract())
                .with(WorkbookBuilder.workbook("segments.xlsx")
                        .sheet("Segments")
                        .header("Rule ID", "Segment", "Because")
                        .row("SEG-001", SEGMENT, "every account is of one segment")
                        .workbook())
                .with(workbook(task))
                .files();
    }

    private static WorkbookBuilder workbook(PlainTask task) {
        WorkbookBuilder workbook = WorkbookBuilder.workbook("plain.xlsx");
        workbook.sheet("Model")
                .header("Setting", "Value")
                .row("Segment", SEGMENT)
                .row("Minimum coverage %", 50);
        WorkbookBuilder.SheetBuilder indicators = workbook.sheet("Indicators").header("Indicator");
        WorkbookBuilder.SheetBuilder scoring =
                workbook.sheet("Scoring").header("Rule ID", "Indicator", "Value", "Score", "Because");
        WorkbookBuilder.SheetBuilder weights = workbook.sheet("Weights").header("Indicator", DIMENSION);
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            String label = PlainTask.label(i);
            indicators.row(label);
            weights.row(label, task.weights()[i]);
            for (int range = 0; range < task.ranges(); range++) {
                scoring.row(
                        PlainTask.scoringRule(i, range),
                        label,
                        task.cuts()[i][range] + ".." + task.to(i, range),
                        task.scores()[i][range],
                        "{" + label + "} lies in this range");
            }
        }
        workbook.sheet("Overall").header("Dimension", "Weight in overall").row(DIMENSION, 100);
        signals(task, workbook);
        WorkbookBuilder.SheetBuilder thresholds =
                workbook.sheet("Thresholds").header("Rule ID", "Applies to", "Band", "From", "Leave below", "Because");
        for (PlainTask.Band band : task.bands()) {
            thresholds.row(
                    band.ruleId(),
                    "Overall",
                    band.name(),
                    band.from() == 0 ? null : band.from(),
                    null,
                    "the score reaches the band");
        }
        WorkbookBuilder.SheetBuilder playbooks =
                workbook.sheet("Playbooks").header("Rule ID", "Overall", "Playbook", "Because");
        task.playbooks().forEach(row -> playbooks.row(row.ruleId(), row.cell(), row.name(), "the score calls for it"));
        return workbook;
    }

    private static void signals(PlainTask task, WorkbookBuilder workbook) {
        String[] header = new String[PlainTask.INDICATORS + 4];
        header[0] = "Rule ID";
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            header[i + 1] = PlainTask.label(i);
        }
        header[PlainTask.INDICATORS + 1] = "Flag";
        header[PlainTask.INDICATORS + 2] = "Severity";
        header[PlainTask.INDICATORS + 3] = "Because";
        WorkbookBuilder.SheetBuilder sheet = workbook.sheet("Signals").header(header);
        for (PlainTask.Signal signal : task.signals()) {
            Object[] row = new Object[header.length];
            java.util.Arrays.fill(row, "");
            row[0] = signal.ruleId();
            row[signal.indicator() + 1] = signal.cell();
            row[PlainTask.INDICATORS + 1] = signal.flag();
            row[PlainTask.INDICATORS + 2] = signal.severity();
            row[PlainTask.INDICATORS + 3] = "the reading passes its bound";
            sheet.row(row);
        }
    }

    private static String contract() {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: v3.0.2
                kind: DataContract
                id: 0f3ad1a2-6c38-4c39-9f52-1d9a3a1b7c10
                name: Plain
                version: 1.0.0
                status: active
                schema:
                  - name: attributes
                    logicalType: object
                    properties:
                      - {name: account_id, businessName: Account ID, logicalType: string, primaryKey: true}
                  - name: indicators
                    logicalType: object
                    properties:
                """);
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            yaml.append("      - name: ").append(PlainTask.field(i)).append('\n');
            yaml.append("        businessName: ").append(PlainTask.label(i)).append('\n');
            yaml.append("        logicalType: number\n");
            yaml.append("        logicalTypeOptions: {minimum: 0, maximum: 100}\n");
            yaml.append("        customProperties:\n");
            yaml.append("          - {property: category, value: usage}\n");
            yaml.append("          - {property: unit, value: points}\n");
            yaml.append("          - {property: direction, value: neither}\n");
        }
        return yaml.toString();
    }
}
