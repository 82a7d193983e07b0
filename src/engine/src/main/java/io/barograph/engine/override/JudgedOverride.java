package io.barograph.engine.override;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An override of the overall score that counted for a time, and what became of its account.
 *
 * <p>Its outcome is the account's first one from the day it began to count until some days after the last day it counted. An override
 * that moved the account up said "better than computed": it is right when the account was kept, and the computed band is right when it
 * was lost. One that moved it down said "worse": right when lost, and the computed band when kept. So of an override that moved its
 * account and whose outcome is known, exactly one of the two is right. An override that moved nothing when it was made contradicted
 * nothing, and neither is right.
 *
 * @param roles of its author, labels in order
 * @param moved by how many bands from the computed one when it was made; above 0 up
 * @param outcome null while it is not known
 */
public record JudgedOverride(
        String segment,
        String roles,
        OverrideKind kind,
        String computed,
        String effective,
        int moved,
        AccountOutcome.@Nullable Kind outcome) {

    /**
     * @param outcomes of its account, in any order, one a day
     * @param within days after the last day it counted
     * @return empty when it never counted
     */
    public static Optional<JudgedOverride> of(
            BandOverride override, String roles, List<AccountOutcome> outcomes, int within) {
        return override.began().map(began -> {
            LocalDate first = LocalDate.ofInstant(began, ZoneOffset.UTC);
            LocalDate last = override.lastDay().plusDays(within);
            return new JudgedOverride(
                    override.segment(),
                    roles,
                    override.kind(),
                    override.computed(),
                    override.effective(override.computed()).orElse(override.computed()),
                    override.moved(),
                    outcomes.stream()
                            .filter(outcome -> !outcome.on().isBefore(first)
                                    && !outcome.on().isAfter(last))
                            .min(Comparator.comparing(AccountOutcome::on))
                            .map(AccountOutcome::kind)
                            .orElse(null));
        });
    }

    boolean isKnown() {
        return outcome != null;
    }

    boolean overrideRight() {
        return (moved > 0 && outcome == AccountOutcome.Kind.KEPT) || (moved < 0 && outcome == AccountOutcome.Kind.LOST);
    }

    boolean computedRight() {
        return isKnown() && moved != 0 && !overrideRight();
    }
}
