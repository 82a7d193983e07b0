package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model can ask of an account's past. A decision made with that alone is the same as one made with everything that is known, but for
 * issues about stored readings that no row asks for; so its cost, and that of its record, do not grow with the past. Immutable.
 */
public final class Recall {

    /** Asks for every reading, score and recommendation, and for the attributes of the previous decision. */
    public static final Recall EVERYTHING = new Recall(null);

    /** Of observations in a smoothed value: none but the newest. */
    static final int NOT_SMOOTHED = -1;

    private static final int[] NO_CHANGES = {};
    private static final Comparator<HistoryEntry> OLDEST_FIRST =
            Comparator.comparing(HistoryEntry::date).thenComparing(HistoryEntry::subject);

    private final @Nullable Fields fields;
    private final int[] smoothedDays;
    private final int[][] changes;
    private final Map<String, int[]> scoreChanges = new HashMap<>();

    private Recall(@Nullable Fields fields) {
        int count = fields == null ? 0 : fields.count();
        this.fields = fields;
        this.smoothedDays = new int[count];
        this.changes = new int[count][];
        Arrays.fill(smoothedDays, NOT_SMOOTHED);
        Arrays.fill(changes, NO_CHANGES);
    }

    static Recall of(ModelPlan plan) {
        Recall recall = new Recall(plan.fields());
        for (Term term : plan.model().terms()) {
            if (term.kind() == Term.Kind.CHANGE_IN_INDICATOR) {
                int field = plan.fields().of(VocabularyValues.field(term));
                recall.changes[field] = with(recall.changes[field], term.days());
            } else if (term.kind() == Term.Kind.CHANGE_IN_SCORE && term.score() != null) {
                recall.scoreChanges.merge(
                        Names.fold(term.score()), new int[] {term.days()}, (known, more) -> with(known, more[0]));
            }
        }
        for (SegmentModel segment : plan.model().segmentModels()) {
            for (Row.IndicatorRow row : segment.indicators()) {
                if (row.halfLifeDays() != null) {
                    int field = plan.fields().of(VocabularyValues.field(row.term()));
                    int days = row.maxAgeDays() == null ? Integer.MAX_VALUE : row.maxAgeDays();
                    recall.smoothedDays[field] = Math.max(recall.smoothedDays[field], days);
                }
            }
        }
        return recall;
    }

    private static int[] with(int[] known, int days) {
        if (Arrays.stream(known).anyMatch(one -> one == days)) {
            return known;
        }
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = days;
        return more;
    }

    /** What the model asks of an account's past when it decides the snapshot; oldest first, those of a date by subject. */
    public PriorState of(AccountSnapshot snapshot, KnownPast past) {
        return of(List.of(this), snapshot, past);
    }

    /** What several models ask of it. */
    public static PriorState of(Collection<Recall> models, AccountSnapshot snapshot, KnownPast past) {
        int previous = Recollection.previousDecision(snapshot, past);
        List<Recollection> asking = models.stream()
                .map(model -> new Recollection(model, snapshot, previous))
                .toList();
        List<HistoryEntry> asked = new ArrayList<>();
        for (KnownPast.Track track : past.readings()) {
            BitSet wanted = new BitSet(track.size());
            asking.forEach(one -> one.readings(track, wanted));
            take(track, wanted, asked);
        }
        for (KnownPast.Track track : past.scores()) {
            BitSet wanted = new BitSet(track.size());
            asking.forEach(one -> one.scores(track, wanted));
            take(track, wanted, asked);
        }
        for (KnownPast.Track track : past.playbooks()) {
            BitSet wanted = new BitSet(track.size());
            asking.forEach(one -> one.playbooks(track, wanted));
            take(track, wanted, asked);
        }
        for (KnownPast.Track track : past.attributes()) {
            BitSet wanted = new BitSet(track.size());
            asking.forEach(one -> one.attributes(track, wanted));
            take(track, wanted, asked);
        }
        asked.sort(OLDEST_FIRST);
        return new PriorState(asked);
    }

    private static void take(KnownPast.Track track, BitSet wanted, List<HistoryEntry> asked) {
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            track.entry(i).ifPresent(asked::add);
        }
    }

    /** The fields of the model; null when everything is asked for. */
    @Nullable Fields fields() {
        return fields;
    }

    /** How far back observations count in a smoothed value at most, in days; {@link #NOT_SMOOTHED} when only the newest does. */
    int smoothedDays(int field) {
        return smoothedDays[field];
    }

    /** The spans in days over which changes of an indicator are asked for. */
    int[] changes(int field) {
        return changes[field];
    }

    /** The same of a score, by its folded name. */
    int[] changes(String score) {
        return scoreChanges.getOrDefault(score, NO_CHANGES);
    }
}
