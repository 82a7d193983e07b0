package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What rows see of one account once its inputs are screened and its history is reckoned up, for those who decide by other means.
 * Values are BigDecimal, Boolean, String or LocalDate.
 */
public final class PreparedAccount {

    private final AccountCase account;

    private PreparedAccount(AccountCase account) {
        this.account = account;
    }

    /** @param segment whose workbook processes the indicators; null, or one without a workbook: none does */
    public static PreparedAccount of(Model model, Inquiry inquiry, @Nullable String segment) {
        AccountCase account = new AccountCase(inquiry, model);
        for (SegmentModel workbook : model.segmentModels()) {
            if (segment != null && Names.same(workbook.segment(), segment)) {
                account.segment = segment;
                account.plan = new SegmentPlan(workbook);
                new MeasureStage(new VocabularyValues(model)).enter(account);
            }
        }
        return new PreparedAccount(account);
    }

    public LocalDate asOf() {
        return account.asOf();
    }

    public @Nullable Object attribute(Field field) {
        return account.inputs.attribute(field);
    }

    /** The newest screened value of an indicator. */
    public @Nullable Object newest(Field field) {
        return account.inputs.newest(field);
    }

    /** The value of an indicator that the segment's rows see. */
    public @Nullable Object processed(Field field) {
        return account.processed.get(field.name());
    }

    /** Change of an indicator over some days. */
    public @Nullable BigDecimal change(Field field, int days, boolean percent) {
        return account.inputs.change(field, days, percent);
    }

    public @Nullable BigDecimal previousScore(String score) {
        ScoreEntry previous = account.past.previous(score);
        return previous == null ? null : previous.value();
    }

    public @Nullable String previousBand(String score) {
        return account.past.previousBand(score);
    }

    /** Days since the first of the unbroken run of entries with the previous band; null when there is none. */
    public @Nullable BigDecimal daysInPreviousBand(String score) {
        String band = account.past.previousBand(score);
        return band == null ? null : BigDecimal.valueOf(account.past.daysInBand(score, band));
    }

    /** The earlier score that a change over so many days is counted from. */
    public @Nullable BigDecimal scoreBefore(String score, int days) {
        BigDecimal negated = account.past.change(score, BigDecimal.ZERO, days, false);
        return negated == null ? null : negated.negate();
    }

    /** The latest earlier day on which a playbook was running. */
    public @Nullable LocalDate lastRunning(String playbook) {
        return account.past.lastRunning(playbook);
    }
}
