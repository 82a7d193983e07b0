package io.barograph.engine.decision;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.SegmentModel;
import java.util.List;

/** Models in which one row is another. */
final class ChangedRows {

    private ChangedRows() {}

    /** A model of that one workbook, with the row changed. */
    static Model in(Model model, SegmentModel segment, Row old, Row other) {
        return new Model(
                model.name(),
                model.digest(),
                model.contract(),
                model.terms(),
                model.segments(),
                model.tiers(),
                List.of(in(segment, old, other)),
                model.ruleFiles());
    }

    private static SegmentModel in(SegmentModel segment, Row old, Row other) {
        return new SegmentModel(
                segment.segment(),
                segment.file(),
                segment.ownerRole(),
                segment.description(),
                segment.cadence(),
                segment.minimumCoverage(),
                segment.reviewBy(),
                in(segment.indicators(), old, other),
                in(segment.scoring(), old, other),
                in(segment.weights(), old, other),
                in(segment.context(), old, other),
                in(segment.overall(), old, other),
                in(segment.caps(), old, other),
                in(segment.thresholds(), old, other),
                in(segment.calibration(), old, other),
                in(segment.trends(), old, other),
                in(segment.signals(), old, other),
                in(segment.cohorts(), old, other),
                in(segment.playbooks(), old, other),
                in(segment.escalations(), old, other),
                segment.tests());
    }

    /** Only the list that holds the row changes, and it holds rows of its kind. */
    @SuppressWarnings("unchecked")
    private static <R extends Row> List<R> in(List<R> rows, Row old, Row other) {
        return rows.stream().anyMatch(row -> row == old)
                ? rows.stream().map(row -> row == old ? (R) other : row).toList()
                : rows;
    }

    /** The same row under another head. */
    static Row withHead(Row row, RowHead head) {
        if (row instanceof Row.ScoringRow is) {
            return new Row.ScoringRow(head, is.term(), is.value(), is.score(), is.ramp());
        }
        if (row instanceof Row.ContextRow is) {
            return new Row.ContextRow(head, is.indicator(), is.category(), is.factor());
        }
        if (row instanceof Row.CapRow is) {
            return new Row.CapRow(head, is.score(), is.atMost(), is.atLeast(), is.bandAtMost());
        }
        if (row instanceof Row.ThresholdRow is) {
            return new Row.ThresholdRow(head, is.score(), is.band(), is.from(), is.leaveBelow(), is.ladder());
        }
        if (row instanceof Row.TrendRow is) {
            return new Row.TrendRow(head, is.change(), is.value(), is.flag(), is.severity());
        }
        if (row instanceof Row.SignalRow is) {
            return new Row.SignalRow(head, is.flag(), is.severity());
        }
        if (row instanceof Row.CohortRow is) {
            return new Row.CohortRow(head, is.cohort());
        }
        if (row instanceof Row.PlaybookRow is) {
            return new Row.PlaybookRow(
                    head,
                    is.playbook(),
                    is.action(),
                    is.ownerRole(),
                    is.channel(),
                    is.dueDays(),
                    is.priority(),
                    is.coolDownDays(),
                    is.suppresses(),
                    is.worth());
        }
        if (row instanceof Row.EscalationRow is) {
            return new Row.EscalationRow(
                    head, is.score(), is.band(), is.forAtLeastDays(), is.escalateTo(), is.action(), is.dueDays());
        }
        throw new IllegalArgumentException("rows of " + head.table().sheet() + " have no conditions");
    }
}
