package io.barograph.service.overrides;

import io.barograph.engine.override.BandOverride;
import io.barograph.engine.override.BandOverride.Act;
import io.barograph.service.privacy.AccountTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An override as it is told.
 *
 * @param computedBand of the decision that it was made against
 * @param effectiveBand that it made of that one
 * @param rationale {@code [erased]} once the account's keys were erased
 * @param author who made it
 * @param needsSecond whether a second person had, or has, to agree
 * @param withdrawal why it was withdrawn
 */
public record OverrideDocument(
        String overrideId,
        String accountId,
        String segment,
        String score,
        @Schema(allowableValues = {"floor", "cap", "fixed"}) String kind,
        String band,
        String computedBand,
        @Nullable String effectiveBand,
        LocalDate from,
        LocalDate until,
        String rationale,

        @Schema(allowableValues = {"waiting", "upcoming", "in-force", "expired", "withdrawn"})
        String state,

        String author,
        Instant madeAt,
        boolean needsSecond,
        @Nullable String agreedBy,
        @Nullable Instant agreedAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawal) {

    static OverrideDocument of(StoredOverride stored, Instant now, AccountTexts.Reader texts) {
        BandOverride one = stored.override();
        String withdrawal = stored.withdrawal();
        return new OverrideDocument(
                one.id(),
                one.accountId(),
                one.segment(),
                one.score(),
                one.kind().label(),
                one.band(),
                one.computed(),
                one.effective(one.computed()).orElse(null),
                one.from(),
                one.until(),
                texts.read(StoredOverride.rationalePlace(one.id()), stored.rationale()),
                one.stateAt(now).label(),
                one.made().by(),
                one.made().at(),
                one.needsSecond(),
                by(one.agreed()),
                at(one.agreed()),
                by(one.withdrawn()),
                at(one.withdrawn()),
                withdrawal == null ? null : texts.read(StoredOverride.withdrawalPlace(one.id()), withdrawal));
    }

    private static @Nullable String by(@Nullable Act act) {
        return act == null ? null : act.by();
    }

    private static @Nullable Instant at(@Nullable Act act) {
        return act == null ? null : act.at();
    }
}
