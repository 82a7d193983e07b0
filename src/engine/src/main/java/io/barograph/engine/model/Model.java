package io.barograph.engine.model;

import io.barograph.engine.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sound model: everything the workbooks say, typed and checked.
 *
 * @param name the folder's name
 * @param digest {@code sha256:} and 64 hex digits over the canonical content of workbooks, contract and rule files
 * @param terms the vocabulary in use, by slot
 * @param segments Segments rows in order; the last admits every account
 * @param tiers Account tiers rows in order; empty when there is no such sheet
 * @param segmentModels by workbook file name
 * @param ruleFiles the model's own guardrails, compiled when the model is loaded
 */
public record Model(
        String name,
        String digest,
        Contract contract,
        List<Term> terms,
        List<Row.SegmentRow> segments,
        List<Row.TierRow> tiers,
        List<SegmentModel> segmentModels,
        List<ModelFiles.ModelFile> ruleFiles) {

    public Model {
        terms = List.copyOf(terms);
        segments = List.copyOf(segments);
        tiers = List.copyOf(tiers);
        segmentModels = List.copyOf(segmentModels);
        ruleFiles = List.copyOf(ruleFiles);
    }

    /** Every active row, by workbook, then table, then sheet order. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(segments);
        rows.addAll(tiers);
        for (SegmentModel segment : segmentModels) {
            Stream.of(
                            segment.indicators(),
                            segment.scoring(),
                            segment.weights(),
                            segment.context(),
                            segment.overall(),
                            segment.caps(),
                            segment.thresholds(),
                            segment.calibration(),
                            segment.trends(),
                            segment.signals(),
                            segment.cohorts(),
                            segment.playbooks(),
                            segment.escalations(),
                            segment.tests())
                    .forEach(rows::addAll);
        }
        return rows;
    }
}
