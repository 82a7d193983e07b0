package io.barograph.engine.decision;

import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.KnownPast.Track;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Picks what one model asks of one account's past: as of its date, and as of its previous decision, which {@link Decision#changes} goes back to.
 * It may pick more than is used, never less.
 */
final class Recollection {

    /** There is no previous decision. */
    private static final int NEVER = Integer.MIN_VALUE;

    private final Recall model;
    private final Fields fields;

    /** The as-of date, and the date of the previous decision if there is one. */
    private final int[] dates;

    private final int previous;

    /** Readings that were sent replace stored ones of the same date: by field, as {@link #dated}. */
    private final Set<Long> sent = new HashSet<>();

    /** Folded names of the scores that entries were sent of. */
    private final Set<String> sentScores = new HashSet<>();

    Recollection(Recall model, AccountSnapshot snapshot, int previous) {
        this.model = model;
        this.fields = model.fields();
        int today = Math.toIntExact(snapshot.asOf().toEpochDay());
        this.previous = previous;
        this.dates = previous == NEVER ? new int[] {today} : new int[] {today, previous};
        sent(snapshot);
        for (HistoryEntry entry : snapshot.history()) {
            if (entry instanceof ScoreEntry score) {
                sentScores.add(Names.fold(score.score()));
            } else if (entry instanceof IndicatorEntry reading) {
                sent.add(dated(
                        fields.find(reading.indicator()),
                        Math.toIntExact(reading.date().toEpochDay())));
            }
        }
    }

    /** Of an indicator that was sent under two names the first by name counts. */
    private void sent(AccountSnapshot snapshot) {
        @Nullable String[] names = new @Nullable String[fields.count()];
        int[] days = new int[names.length];
        snapshot.indicators().forEach((name, observation) -> {
            int field = fields.find(name);
            if (field == Fields.NONE) {
                return;
            }
            String other = names[field];
            if (other == null || name.compareTo(other) < 0) {
                LocalDate date = observation.observedAt() == null ? snapshot.asOf() : observation.observedAt();
                names[field] = name;
                days[field] = Math.toIntExact(date.toEpochDay());
            }
        });
        for (int field = 0; field < names.length; field++) {
            if (names[field] != null) {
                sent.add(dated(field, days[field]));
            }
        }
    }

    private static long dated(int field, int day) {
        return ((long) field << Integer.SIZE) | (day & 0xFFFF_FFFFL);
    }

    /** The date of the latest entry of Overall before the as-of date; {@link #NEVER} when there is none. */
    static int previousDecision(AccountSnapshot snapshot, KnownPast past) {
        int today = Math.toIntExact(snapshot.asOf().toEpochDay());
        int latest = NEVER;
        for (HistoryEntry entry : snapshot.history()) {
            if (entry instanceof ScoreEntry score && Names.same(score.score(), Decision.OVERALL)) {
                int day = Math.toIntExact(score.date().toEpochDay());
                latest = day < today ? Math.max(latest, day) : latest;
            }
        }
        for (Track track : past.scores()) {
            int at = Names.same(track.name(), Decision.OVERALL) ? from(track, today - 1) : track.size();
            latest = at < track.size() ? Math.max(latest, track.day(at)) : latest;
        }
        return latest;
    }

    /** The first entry no later than a day; the size of the track when there is none. */
    private static int from(Track track, int day) {
        int low = 0;
        int high = track.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (track.day(middle) <= day) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The newest that is usable, those that are smoothed, and for each change the one it is counted from. */
    void readings(Track track, BitSet wanted) {
        int field = fields.find(track.name());
        if (field == Fields.NONE || !fields.get(field).isIndicator()) {
            return;
        }
        FieldScreen screen = fields.screen(field);
        IntPredicate usable = i -> !sent.contains(dated(field, track.day(i))) && isUsable(track, i, screen);
        for (int date : dates) {
            int newest = from(track, date);
            while (newest < track.size() && !usable.test(newest)) {
                newest++;
            }
            if (newest == track.size()) {
                continue;
            }
            wanted.set(newest);
            long longest = model.smoothedDays(field);
            for (int i = newest + 1; i < track.size() && (long) date - track.day(i) <= longest; i++) {
                wanted.set(i);
            }
            for (int days : model.changes(field)) {
                int nearest = nearest(track, date, days, usable);
                if (nearest == newest) {
                    int beside = newest;
                    nearest = nearest(track, date, days, i -> i != beside && usable.test(i));
                }
                if (nearest != track.size()) {
                    wanted.set(nearest);
                }
            }
        }
    }

    private static boolean isUsable(Track track, int i, FieldScreen screen) {
        return track.entry(i).orElse(null) instanceof IndicatorEntry reading
                && screen.usable(reading.value()) != null
                && (reading.campaignShare() == null || Intake.isShare(reading.campaignShare()));
    }

    /**
     * The latest, the entries at which the unbroken run of its band begins and ends, and for each change the one it is counted from. All, when
     * some were sent, which may stand between them.
     */
    void scores(Track track, BitSet wanted) {
        String key = Names.fold(track.name());
        if (sentScores.contains(key)) {
            wanted.set(0, track.size());
            return;
        }
        for (int date : dates) {
            int latest = from(track, date - 1);
            if (latest == track.size()) {
                continue;
            }
            wanted.set(latest);
            int run = track.endOfRun(latest);
            wanted.set(Math.max(latest, run - 1));
            if (run < track.size()) {
                wanted.set(run);
            }
            for (int days : model.changes(key)) {
                int nearest = nearest(track, date, days, i -> i >= latest && hasValue(track, i));
                if (nearest != track.size()) {
                    wanted.set(nearest);
                }
            }
        }
    }

    private static boolean hasValue(Track track, int i) {
        return track.entry(i).orElse(null) instanceof ScoreEntry score && score.value() != null;
    }

    /** The latest. */
    void playbooks(Track track, BitSet wanted) {
        for (int date : dates) {
            int latest = from(track, date - 1);
            if (latest < track.size()) {
                wanted.set(latest);
            }
        }
    }

    /** Those of the previous decision. */
    void attributes(Track track, BitSet wanted) {
        int at = previous == NEVER ? track.size() : from(track, previous);
        if (at < track.size() && track.day(at) == previous) {
            wanted.set(at);
        }
    }

    /** Among entries that will do, the one that {@link Change} counts from; the size of the track when there is none. */
    private static int nearest(Track track, int date, int days, IntPredicate willDo) {
        int older = from(track, date - days);
        int younger = older - 1;
        while (true) {
            boolean oneOlder = older < track.size() && Change.isInWindow((long) date - track.day(older), days);
            boolean oneYounger = younger >= 0 && Change.isInWindow((long) date - track.day(younger), days);
            if (!oneOlder && !oneYounger) {
                return track.size();
            }
            long olderBy = oneOlder ? (long) date - days - track.day(older) : Long.MAX_VALUE;
            long youngerBy = oneYounger ? track.day(younger) - ((long) date - days) : Long.MAX_VALUE;
            int next = olderBy <= youngerBy ? older++ : younger--;
            if (willDo.test(next)) {
                return next;
            }
        }
    }
}
