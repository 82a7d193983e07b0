package io.barograph.engine.export;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Tables that bound scores and name them. */
final class BandTables extends SegmentTable {

    private static final String SCORE = "$t : Score";

    BandTables(String ruleSet, SegmentModel segment) {
        super(ruleSet, segment);
    }

    RuleTableDraft caps() {
        RuleTableDraft draft = draft(Table.CAPS, NativeTables.STAGE);
        for (Row.CapRow row : segment.caps()) {
            row(draft, row, Table.CAPS.sheet())
                    .when(row.head())
                    .then(entry("caps", "score"), "Applies to", CellCode.of(row.score()))
                    .then(number("at most"), "At most", hundredths(row.atMost()))
                    .then(number("at least"), "At least", hundredths(row.atLeast()))
                    .then(text("band at most"), "Band at most", cell(row.bandAtMost()));
        }
        return draft;
    }

    private static @Nullable String hundredths(@Nullable BigDecimal bound) {
        return bound == null ? null : bound.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    RuleTableDraft thresholds() {
        RuleTableDraft draft = draft(Table.THRESHOLDS, SCORE);
        for (Row.ThresholdRow row : segment.thresholds()) {
            RuleTableDraft.RowDraft rule = ofSegment(draft.row(row.head()))
                    .always("name == \"$param\", answered == false", "Applies to", CellCode.of(Names.fold(row.score())))
                    .when(row.head());
            if (row.from() != null) {
                rule.when(Integer.MAX_VALUE, row.leaveBelow() == null ? "Score" : "", reached(row, row.from()));
            }
            rule.then(
                            "band($t, drools.getRule().getName(), \"$param\"); modify($t) { setAnswered(true) };",
                            "Band",
                            CellCode.of(row.band()))
                    .then("ladder($t, \"$param\");", "Bands, best first", CellCode.list(row.ladder()));
        }
        return draft;
    }

    private static ConditionCode reached(Row.ThresholdRow row, BigDecimal from) {
        BigDecimal leaveBelow = row.leaveBelow();
        return leaveBelow == null
                ? new ConditionCode("atLeast(value, \"$param\")", ">= …", from.toPlainString())
                : new ConditionCode(
                        "reaches(value, previousBand, \"$1\", \"$2\", \"$3\")",
                        "Score >= …, or >= … while in band …",
                        String.join(
                                ", ",
                                from.toPlainString(),
                                leaveBelow.toPlainString(),
                                CellCode.of(Names.fold(row.band()))));
    }
}
