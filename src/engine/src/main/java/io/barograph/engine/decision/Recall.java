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

/**
 * What a model can ask of an account's past. A decision made with that alone is the same as one made with everything that is known, but for
 * issues about stored readings that no row asks for; so its cost, and that of its record, do not grow with the past. Immutable.
 */
public final class Recall {

    /** Of observations in a smoothed value: none but the newest. */
    static final int NOT_SMOOTHED = -1;

    private static final int[] NO_CHANGES = {};

    private final Fields fields;
    private final int[] smoothedDays;
    private final int[][] changes;
    private final Map<String, int[]> scoreChanges = new HashMap<>();

    private Recall(Fields fields) {
        this.fields = fields;
        this.smoothedDays = new int[fields.count()];
        this.changes = new int[fields.count()][];
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
        List<Picked> picked = new ArrayList<>();
        pick(past.readings(), asking, Recollection::readings, picked);
        pick(past.scores(), asking, Recollection::scores, picked);
        pick(past.playbooks(), asking, Recollection::playbooks, picked);
        pick(past.attributes(), asking, Recollection::attributes, picked);
        return new PriorState(oldestFirst(picked));
    }

    /** Entries about one thing; at least one, newest first. */
    private record Picked(String subject, List<HistoryEntry> entries) {}

    /** Those of a date by subject. */
    private static List<HistoryEntry> oldestFirst(List<Picked> picked) {
        picked.sort(Comparator.comparing(Picked::subject));
        int count = picked.stream().mapToInt(one -> one.entries().size()).sum();
        long[] order = new long[count];
        HistoryEntry[] entries = new HistoryEntry[count];
        int at = 0;
        for (Picked one : picked) {
            for (HistoryEntry entry : one.entries()) {
                order[at] = entry.date().toEpochDay() << Integer.SIZE | at;
                entries[at++] = entry;
            }
        }
        Arrays.sort(order);
        HistoryEntry[] sorted = new HistoryEntry[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = entries[(int) order[i]];
        }
        return List.of(sorted);
    }

    /** Marks the entries of a track that one model asks for. */
    private interface Marking {
        void mark(Recollection asking, KnownPast.Track track, BitSet wanted);
    }

    private static void pick(
            List<? extends KnownPast.Track> tracks, List<Recollection> asking, Marking marking, List<Picked> picked) {
        for (KnownPast.Track track : tracks) {
            BitSet wanted = new BitSet(track.size());
            asking.forEach(one -> marking.mark(one, track, wanted));
            List<HistoryEntry> entries = new ArrayList<>();
            for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
                track.entry(i).ifPresent(entries::add);
            }
            if (!entries.isEmpty()) {
                picked.add(new Picked(entries.get(0).subject(), entries));
            }
        }
    }

    /** The fields of the model. */
    Fields fields() {
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
