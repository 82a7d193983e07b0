package io.barograph.service.overrides;

import io.barograph.engine.governance.Actor;
import io.barograph.engine.governance.DecisionRights;
import io.barograph.engine.governance.Grant;
import io.barograph.engine.governance.Right;
import io.barograph.engine.override.BandOverride;
import io.barograph.engine.override.BandOverride.Act;
import io.barograph.engine.override.OverrideRules;
import io.barograph.engine.override.OverrideTerms;
import io.barograph.engine.override.Ruling;
import io.barograph.engine.override.Situation;
import io.barograph.service.auditlog.LoggedChanges;
import io.barograph.service.auditlog.LoggedChanges.Change;
import io.barograph.service.auditlog.RecordIds;
import io.barograph.service.governance.Actors;
import io.barograph.service.governance.Policies;
import io.barograph.service.overrides.AccountStanding.Standing;
import io.barograph.service.privacy.AccountTexts;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.problems.Texts;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes overrides, has a second person agree to them, and withdraws them. Each is a transaction under the lock of the log. */
@Component
public class Overrides {

    static final String MADE = "override-made";
    static final String AGREED = "override-agreed";
    static final String WITHDRAWN = "override-withdrawn";

    private static final int LONGEST_REASON = 1_000;

    /**
     * How somebody may override an account.
     *
     * @param refusal why they may not at all; null when they may
     * @param kinds that decision rights allow
     * @param longestDays how long
     * @param ladders bands of each score that has one now, best first
     */
    public record Choices(
            @Nullable String refusal,
            List<String> kinds,
            int longestDays,
            int bandsUp,
            int bandsDown,
            Map<String, List<String>> ladders) {}

    private final OverrideStore store;
    private final StandingOverrides standing;
    private final AccountStanding accounts;
    private final Policies policies;
    private final LoggedChanges log;
    private final AccountTexts texts;
    private final Clock clock;

    Overrides(
            OverrideStore store,
            StandingOverrides standing,
            AccountStanding accounts,
            Policies policies,
            LoggedChanges log,
            AccountTexts texts,
            Clock clock) {
        this.store = store;
        this.standing = standing;
        this.accounts = accounts;
        this.policies = policies;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws Problem when the request cannot be read, or decision rights do not allow it; it says all that stands in the way */
    public OverrideDocument make(String accountId, OverrideRequest request, Principal by) {
        OverrideTerms terms = request.terms(today(clock.instant()));
        Standing account = accounts.of(accountId);
        String segment = account.segment();
        if (segment == null) {
            throw refused("account `" + accountId
                    + "` is undecided, so there is no band to override; send what is missing and have it decided");
        }
        DecisionRights rights = policies.rights(account.model());
        requireRight(rights, by, segment);
        return told(log.record((index, at) -> {
            Ruling.Allowed allowed = judged(terms, accountId, segment, account, rights, today(at));
            BandOverride made = new BandOverride(
                    UUID.randomUUID().toString(),
                    accountId,
                    segment,
                    terms.score(),
                    terms.kind(),
                    terms.band(),
                    allowed.ladder(),
                    allowed.computed(),
                    allowed.reach(),
                    terms.from(),
                    terms.until(),
                    new Act(by.id(), by.person(), at),
                    allowed.needsSecond(),
                    null,
                    null);
            StoredOverride stored = new StoredOverride(
                    made,
                    texts.seal(accountId, StoredOverride.rationalePlace(made.id()), terms.rationale()),
                    by.roles().stream().sorted().map(Role::label).collect(Collectors.joining(" ")),
                    null,
                    index,
                    index);
            store.add(stored);
            return new Change<>(stored, MADE, accountId, by.id(), details(stored, allowed.effective()));
        }));
    }

    private Ruling.Allowed judged(
            OverrideTerms terms,
            String accountId,
            String segment,
            Standing account,
            DecisionRights rights,
            LocalDate today) {
        Grant grant = rights.of(segment);
        Situation situation = new Situation(
                "in segment `" + segment + "`",
                today,
                account.computed(),
                account.ladders(),
                store.notOver(List.of(accountId), today).stream()
                        .map(StoredOverride::override)
                        .toList(),
                grant.overrides(),
                grant.longestOverrideDays());
        Ruling ruling = OverrideRules.judge(terms, situation);
        if (ruling instanceof Ruling.Refused refused) {
            throw refused(String.join("; ", refused.reasons()));
        }
        return (Ruling.Allowed) ruling;
    }

    /** @throws Problem when nobody has to agree, or whoever asks made it or may not override there */
    public OverrideDocument agree(String accountId, String id, @Nullable String why, Principal by) {
        String reason = Texts.required("why", why, LONGEST_REASON);
        requireRight(accountId, find(accountId, id), by);
        return told(log.record((index, at) -> {
            StoredOverride before = find(accountId, id);
            refuse(id, before.override().agreementRefusal(by.person(), at));
            store.agree(id, new Act(by.id(), by.person(), at), index);
            Map<String, @Nullable Object> details = about(before.override());
            details.put("person", by.person());
            details.put("why", texts.seal(accountId, "override " + id + " agreement", reason));
            return new Change<>(find(accountId, id), AGREED, accountId, by.id(), details);
        }));
    }

    /** @throws Problem when it is over, or whoever asks may not override there */
    public OverrideDocument withdraw(String accountId, String id, @Nullable String why, Principal by) {
        String reason = Texts.required("why", why, LONGEST_REASON);
        requireRight(accountId, find(accountId, id), by);
        return told(log.record((index, at) -> {
            StoredOverride before = find(accountId, id);
            refuse(id, before.override().withdrawalRefusal(at));
            String sealed = texts.seal(accountId, StoredOverride.withdrawalPlace(id), reason);
            store.withdraw(id, new Act(by.id(), by.person(), at), sealed, index);
            Map<String, @Nullable Object> details = about(before.override());
            details.put("person", by.person());
            details.put("why", sealed);
            return new Change<>(find(accountId, id), WITHDRAWN, accountId, by.id(), details);
        }));
    }

    /** What somebody may say over an account's bands. */
    public Choices choices(String accountId, Principal by) {
        Standing account = accounts.of(accountId);
        String segment = account.segment();
        if (segment == null) {
            return new Choices(
                    "the account is undecided, so there is no band to override", List.of(), 0, 0, 0, Map.of());
        }
        DecisionRights rights = policies.rights(account.model());
        Grant grant = rights.of(segment);
        String refusal = refusal(rights, by, segment).orElse(null);
        Map<String, List<String>> ladders = new TreeMap<>();
        account.computed()
                .forEach((score, band) -> account.ladders().getOrDefault(score, List.of()).stream()
                        .filter(ladder -> ladder.contains(band))
                        .findFirst()
                        .ifPresent(ladder -> ladders.put(score, ladder)));
        if (refusal == null && grant.overrides().kinds().isEmpty()) {
            refusal = "decision rights allow no overrides in segment `" + segment + "`";
        } else if (refusal == null && ladders.isEmpty()) {
            refusal = "too little is known of the account for a band, so there is none to override";
        }
        return new Choices(
                refusal,
                grant.overrides().kinds().stream().map(kind -> kind.label()).toList(),
                grant.longestOverrideDays(),
                grant.overrides().bandsUp(),
                grant.overrides().bandsDown(),
                ladders);
    }

    private StoredOverride find(String accountId, String id) {
        return RecordIds.parse(id)
                .flatMap(parsed -> store.find(accountId, parsed))
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "account `" + accountId + "` has no override `" + id
                                + "`; `GET /api/v1/accounts/{id}/overrides`" + " lists those it has"));
    }

    /** Its segment may be another one by now; whoever ends it or agrees must be trusted where it was made. */
    private void requireRight(String accountId, StoredOverride stored, Principal by) {
        requireRight(
                policies.rights(accounts.of(accountId).model()),
                by,
                stored.override().segment());
    }

    private static void requireRight(DecisionRights rights, Principal by, String segment) {
        refusal(rights, by, segment).ifPresent(reason -> {
            throw new Problem(ProblemType.FORBIDDEN, reason);
        });
    }

    private static Optional<String> refusal(DecisionRights rights, Principal by, String segment) {
        Actor actor = Actors.of(by);
        return rights.refusal(Right.OVERRIDE, actor, Set.of(segment));
    }

    private static void refuse(String id, Optional<String> reason) {
        reason.ifPresent(why -> {
            throw refused("override `" + id + "`: " + why);
        });
    }

    private static Problem refused(String detail) {
        return new Problem(ProblemType.OVERRIDE_REFUSED, detail);
    }

    private OverrideDocument told(StoredOverride stored) {
        standing.catchUp();
        String account = stored.override().accountId();
        return OverrideDocument.of(stored, clock.instant(), texts.of(List.of(account)));
    }

    private static Map<String, @Nullable Object> about(BandOverride one) {
        Map<String, @Nullable Object> details = new TreeMap<>();
        details.put("account_id", one.accountId());
        details.put("override_id", one.id());
        return details;
    }

    private static Map<String, @Nullable Object> details(StoredOverride stored, String effective) {
        BandOverride made = stored.override();
        Map<String, @Nullable Object> details = about(made);
        details.put("segment", made.segment());
        details.put("score", made.score());
        details.put("override_kind", made.kind().label());
        details.put("band", made.band());
        details.put("ladder", made.ladder());
        details.put("computed_band", made.computed());
        details.put("effective_band", effective);
        details.put("bands_up", BigDecimal.valueOf(made.reach().up()));
        details.put("bands_down", BigDecimal.valueOf(made.reach().down()));
        details.put("from", made.from().toString());
        details.put("until", made.until().toString());
        details.put("needs_second", made.needsSecond());
        details.put("person", made.made().person());
        details.put("rationale", stored.rationale());
        return details;
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
