package io.barograph.engine.export;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;

/** Tables that score indicators and shift their weights. */
final class MeasureTables extends SegmentTable {

    private static final String READING = "$r : Reading";
    private static final String SCORE = "score($r, drools.getRule().getName(), \"$param\");";
    private static final String RAMP = "ramp($r, drools.getRule().getName(), \"$1\", \"$2\", \"$3\", \"$4\");";

    MeasureTables(String ruleSet, SegmentModel segment) {
        super(ruleSet, segment);
    }

    /** Rows with a score for missing values. */
    RuleTableDraft indicators() {
        RuleTableDraft draft = draft(Table.INDICATORS, READING);
        for (Row.IndicatorRow row : segment.indicators()) {
            if (row.ifMissing() != null) {
                ofSegment(draft.row(row.head()))
                        .always("indicator == \"$param\", value == null", "Missing indicator", name(row.term()))
                        .then(SCORE, "If missing", cell(row.ifMissing()));
            }
        }
        return draft;
    }

    RuleTableDraft scoring() {
        RuleTableDraft draft = draft(Table.SCORING, READING);
        for (Row.ScoringRow row : segment.scoring()) {
            RuleTableDraft.RowDraft rule =
                    ofSegment(draft.row(row.head())).always("indicator == \"$param\"", "Indicator", name(row.term()));
            if (row.value() != null) {
                rule.when(0, "Value", ConditionCode.of(row.value(), "value"));
            }
            rule.when(row.head());
            Row.Ramp ramp = row.ramp();
            if (ramp == null) {
                rule.then(SCORE, "Score", cell(row.score()));
            } else {
                rule.then(RAMP, "From, to, score, score at end", ramp(row.score(), ramp));
            }
        }
        return draft;
    }

    private static String ramp(BigDecimal score, Row.Ramp ramp) {
        return String.join(
                ", ",
                ramp.from().toPlainString(),
                ramp.to().toPlainString(),
                score.toPlainString(),
                ramp.scoreAtEnd().toPlainString());
    }

    private static String name(Term term) {
        return CellCode.of(term.field() == null ? term.key() : term.field().name());
    }

    RuleTableDraft context() {
        RuleTableDraft draft = draft(Table.CONTEXT, NativeTables.STAGE);
        for (Row.ContextRow row : segment.context()) {
            row(draft, row, Table.CONTEXT.sheet())
                    .when(row.head())
                    .then(
                            "Map row = entry($s, \"factors\", drools.getRule().getName()); " + number("factor"),
                            "Multiply weight by",
                            cell(row.factor()))
                    .then(
                            text("indicator"),
                            "Indicator",
                            row.indicator() == null
                                    ? null
                                    : CellCode.of(row.indicator().name()))
                    .then(text("category"), "Category", cell(row.category()));
        }
        return draft;
    }
}
