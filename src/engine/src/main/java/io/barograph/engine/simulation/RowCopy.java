package io.barograph.engine.simulation;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Copies rows into another vocabulary or to another place in their table. */
final class RowCopy {

    private static final CellAddress ANYWHERE = CellAddress.ofFile("");

    private RowCopy() {}

    /** The same row with terms of another vocabulary and fields of another contract. */
    static Row translated(Row row, UnaryOperator<Term> terms, UnaryOperator<Field> fields) {
        RowHead head = row.head();
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : head.clauses()) {
            clauses.add(new Clause(terms.apply(clause.term()), clause.condition(), clause.cell(), clause.text()));
        }
        Sentence because = head.because() == null ? null : translated(head.because(), terms);
        RowHead copy = new RowHead(
                head.table(), head.ruleId(), because, head.cell(), head.order(), clauses, head.cells(), head.words());
        if (row instanceof Row.IndicatorRow indicator) {
            return new Row.IndicatorRow(
                    copy,
                    terms.apply(indicator.term()),
                    indicator.halfLifeDays(),
                    indicator.maxAgeDays(),
                    indicator.ifMissing(),
                    indicator.campaignDiscountPercent());
        }
        if (row instanceof Row.ScoringRow scoring) {
            return new Row.ScoringRow(
                    copy, terms.apply(scoring.term()), scoring.value(), scoring.score(), scoring.ramp());
        }
        if (row instanceof Row.TrendRow trend) {
            return new Row.TrendRow(copy, terms.apply(trend.change()), trend.value(), trend.flag(), trend.severity());
        }
        if (row instanceof Row.WeightRow weight) {
            return new Row.WeightRow(copy, fields.apply(weight.indicator()), weight.weights());
        }
        if (row instanceof Row.ContextRow context) {
            Field indicator = context.indicator() == null ? null : fields.apply(context.indicator());
            return new Row.ContextRow(copy, indicator, context.category(), context.factor());
        }
        return withHead(row, copy);
    }

    private static Sentence translated(Sentence sentence, UnaryOperator<Term> terms) {
        List<Sentence.Part> parts = new ArrayList<>();
        for (Sentence.Part part : sentence.parts()) {
            parts.add(
                    part instanceof Sentence.Part.Blank blank
                            ? new Sentence.Part.Blank(terms.apply(blank.term()))
                            : part);
        }
        return new Sentence(parts);
    }

    /** The same row at another place of its table, from 0. */
    static Row at(int order, Row row) {
        RowHead head = row.head();
        return withHead(
                row,
                new RowHead(
                        head.table(),
                        head.ruleId(),
                        head.because(),
                        head.cell(),
                        order,
                        head.clauses(),
                        head.cells(),
                        head.words()));
    }

    /** The row without what does not decide: its place, its name and its reason. */
    static Row bare(Row row) {
        RowHead head = row.head();
        List<Clause> clauses = head.clauses().stream()
                .map(clause -> new Clause(clause.term(), clause.condition(), ANYWHERE, ""))
                .toList();
        Row bare = withHead(row, new RowHead(head.table(), null, null, ANYWHERE, 0, clauses, Map.of(), ""));
        return bare instanceof Row.ThresholdRow threshold ? withLadder(threshold, List.of()) : bare;
    }

    static Row.ThresholdRow withLadder(Row.ThresholdRow row, List<String> ladder) {
        return new Row.ThresholdRow(row.head(), row.score(), row.band(), row.from(), row.leaveBelow(), ladder);
    }

    private static Row withHead(Row row, RowHead head) {
        if (row instanceof Row.SegmentRow r) {
            return new Row.SegmentRow(head, r.segment());
        }
        if (row instanceof Row.TierRow r) {
            return new Row.TierRow(head, r.tier());
        }
        if (row instanceof Row.IndicatorRow r) {
            return new Row.IndicatorRow(
                    head, r.term(), r.halfLifeDays(), r.maxAgeDays(), r.ifMissing(), r.campaignDiscountPercent());
        }
        if (row instanceof Row.ScoringRow r) {
            return new Row.ScoringRow(head, r.term(), r.value(), r.score(), r.ramp());
        }
        if (row instanceof Row.WeightRow r) {
            return new Row.WeightRow(head, r.indicator(), r.weights());
        }
        if (row instanceof Row.ContextRow r) {
            return new Row.ContextRow(head, r.indicator(), r.category(), r.factor());
        }
        if (row instanceof Row.DimensionRow r) {
            return new Row.DimensionRow(head, r.dimension(), r.weight());
        }
        if (row instanceof Row.CapRow r) {
            return new Row.CapRow(head, r.score(), r.atMost(), r.atLeast(), r.bandAtMost());
        }
        if (row instanceof Row.ThresholdRow r) {
            return new Row.ThresholdRow(head, r.score(), r.band(), r.from(), r.leaveBelow(), r.ladder());
        }
        return withHeadOfLaterTables(row, head);
    }

    private static Row withHeadOfLaterTables(Row row, RowHead head) {
        if (row instanceof Row.CalibrationRow r) {
            return new Row.CalibrationRow(
                    head, r.horizonDays(), r.scoreFrom(), r.churnProbability(), r.expansionProbability(), r.linear());
        }
        if (row instanceof Row.TrendRow r) {
            return new Row.TrendRow(head, r.change(), r.value(), r.flag(), r.severity());
        }
        if (row instanceof Row.SignalRow r) {
            return new Row.SignalRow(head, r.flag(), r.severity());
        }
        if (row instanceof Row.CohortRow r) {
            return new Row.CohortRow(head, r.cohort());
        }
        if (row instanceof Row.PlaybookRow r) {
            return new Row.PlaybookRow(
                    head,
                    r.playbook(),
                    r.action(),
                    r.ownerRole(),
                    r.channel(),
                    r.dueDays(),
                    r.priority(),
                    r.coolDownDays(),
                    r.suppresses(),
                    r.worth());
        }
        if (row instanceof Row.EscalationRow r) {
            return new Row.EscalationRow(
                    head, r.score(), r.band(), r.forAtLeastDays(), r.escalateTo(), r.action(), r.dueDays());
        }
        throw new IllegalArgumentException("rows of " + head.table().sheet() + " do not decide");
    }
}
