package io.barograph.engine.override;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's judgement over a computed band, for a time. It changes no score and no record of a decision: both bands are shown. Its
 * rationale is kept apart, since it may be personal.
 *
 * @param segment of the account when it was made
 * @param score {@code Overall} or a dimension
 * @param band that it names; stands on the ladder
 * @param ladder bands that it moves among, best first
 * @param computed band when it was made
 * @param reach how far it may move the account, unless a second person has to agree
 * @param from first day it holds (UTC)
 * @param until last day it holds (UTC)
 * @param made by whom and when
 * @param needsSecond whether it holds only once a second person agreed
 * @param agreed by whom and when; null while nobody did
 * @param withdrawn by whom and when; null while it is not
 */
public record BandOverride(
        String id,
        String accountId,
        String segment,
        String score,
        OverrideKind kind,
        String band,
        List<String> ladder,
        String computed,
        Reach reach,
        LocalDate from,
        LocalDate until,
        Act made,
        boolean needsSecond,
        @Nullable Act agreed,
        @Nullable Act withdrawn) {

    /**
     * Who did something, and when.
     *
     * @param by as the log names them
     * @param person who answers for it, whatever door they use
     */
    public record Act(String by, String person, Instant at) {}

    /** Where an override stands at some moment. */
    public enum State {
        /** A second person has to agree. */
        WAITING,
        /** Its first day is to come. */
        UPCOMING,
        IN_FORCE,
        /** Its last day is over. */
        EXPIRED,
        WITHDRAWN;

        /** As the API writes it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether it is over, so that another one may take its place. */
        public boolean isPast() {
            return this == EXPIRED || this == WITHDRAWN;
        }
    }

    public BandOverride {
        ladder = List.copyOf(ladder);
        if (!ladder.contains(band) || !ladder.contains(computed)) {
            throw new IllegalArgumentException("`" + band + "` and `" + computed + "` must stand on " + ladder);
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("an override from " + from + " ends on " + until);
        }
    }

    /** Where it stands; a withdrawal counts from its moment on. */
    public State stateAt(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (withdrawn != null && !at.isBefore(withdrawn.at())) {
            return State.WITHDRAWN;
        }
        if (day.isAfter(until)) {
            return State.EXPIRED;
        }
        if (needsSecond && (agreed == null || at.isBefore(agreed.at()))) {
            return State.WAITING;
        }
        return day.isBefore(from) ? State.UPCOMING : State.IN_FORCE;
    }

    /** Whether it counts at a moment: not before it was made. */
    public boolean inForceAt(Instant at) {
        return !at.isBefore(made.at()) && stateAt(at) == State.IN_FORCE;
    }

    /**
     * The band that counts beside a computed one while the override is in force. It moves no further than one person may, also where a
     * later decision computes another band than the one it was made against; one that a second person has to agree to is not bound so.
     *
     * @param now the computed band; null when there is none
     * @return the computed band itself where the ladder does not have it, and none where none was computed: then the override has
     *     nothing to say
     */
    public Optional<String> effective(@Nullable String now) {
        int place = now == null ? -1 : ladder.indexOf(now);
        if (place < 0) {
            return Optional.ofNullable(now);
        }
        int wanted = kind.meet(place, ladder.indexOf(band));
        return Optional.of(ladder.get(needsSecond ? wanted : reach.held(place, wanted)));
    }

    /** By how many bands it moved the account from the band that was computed when it was made: above 0 up, below 0 down. */
    public int moved() {
        return ladder.indexOf(computed) - ladder.indexOf(effective(computed).orElse(computed));
    }

    /** Why somebody may not agree to it; empty when they may. */
    public Optional<String> agreementRefusal(String other, Instant at) {
        if (!needsSecond || agreed != null) {
            return Optional.of("it does not wait for anybody to agree");
        }
        if (stateAt(at).isPast()) {
            return Optional.of("it is " + stateAt(at).label() + "; make a new one");
        }
        return made.person().equals(other)
                ? Optional.of("`" + other + "` made it, and a second person must agree")
                : Optional.empty();
    }

    /** Why it may not be withdrawn; empty when it may. */
    public Optional<String> withdrawalRefusal(Instant at) {
        return stateAt(at).isPast() ? Optional.of("it is " + stateAt(at).label() + " already") : Optional.empty();
    }

    /** The first moment that it counted; empty when it never did. */
    public Optional<Instant> began() {
        if (needsSecond && agreed == null) {
            return Optional.empty();
        }
        Instant settled = agreed == null ? made.at() : agreed.at();
        Instant first = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant began = settled.isAfter(first) ? settled : first;
        return inForceAt(began) ? Optional.of(began) : Optional.empty();
    }

    /** The last day that it counts, be that to come. */
    public LocalDate lastDay() {
        LocalDate ended = withdrawn == null ? until : LocalDate.ofInstant(withdrawn.at(), ZoneOffset.UTC);
        return ended.isBefore(until) ? ended : until;
    }
}
