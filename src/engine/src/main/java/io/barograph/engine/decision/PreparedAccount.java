package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.Model;
import io.barograph.engine.ruleset.ModelRows;
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
        ModelPlan plan = new ModelPlan(model, new ModelRows(model));
        AccountCase account = new AccountCase(inquiry, plan);
        account.plan = segment == null ? null : plan.segment(segment);
        if (account.plan != null) {
            account.process(new MeasureStage(plan).processed(account));
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
        return account.processed(account.model.fields().of(field));
    }

    /** Change of an indicator over some days. */
    public @Nullable BigDecimal change(Field field, int days, boolean percent) {
        return account.inputs.change(account.model.fields().of(field), days, percent);
    }

    public @Nullable BigDecimal previousScore(String score) {
        return account.past.previousScore(Names.fold(score));
    }

    public @Nullable String previousBand(String score) {
        return account.past.previousBand(Names.fold(score));
    }

    /** Days since the first of the unbroken run of entries with the previous band; null when there is none. */
    public @Nullable BigDecimal daysInPreviousBand(String score) {
        String key = Names.fold(score);
        String band = account.past.previousBand(key);
        return band == null ? null : BigDecimal.valueOf(account.past.daysInBand(key, band));
    }

    /** The earlier score that a change over so many days is counted from. */
    public @Nullable BigDecimal scoreBefore(String score, int days) {
        BigDecimal negated = account.past.change(Names.fold(score), BigDecimal.ZERO, days, false);
        return negated == null ? null : negated.negate();
    }

    /** The latest earlier day on which a playbook was running. */
    public @Nullable LocalDate lastRunning(String playbook) {
        return account.past.lastRunning(playbook);
    }
}
