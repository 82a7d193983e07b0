package io.barograph.benchmarks.handwritten;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shipped customer-health model by hand: its tables as arrays, its guardrails as code. Decides what the engine decides, for
 * numbers of at most six decimals. Immutable and thread-safe.
 */
public final class ShippedScorer {

    final Model model;
    final Vocabulary vocabulary;
    final Intake intake;
    private final Conditions placing = new Conditions();
    private final int[] placingFrom;
    private final @Nullable SegmentTables[] bySegmentRow;
    private final int[] segmentCode;
    private final int[] tierCode;
    final Term[] placingChanges;
    private final Stages stages;
    private final Changes changes;

    private ShippedScorer(Model model) {
        this.model = model;
        this.vocabulary = new Vocabulary(model);
        this.intake = new Intake(vocabulary.fields, vocabulary.scoreNames);
        Map<String, SegmentTables> tables = new HashMap<>();
        for (SegmentModel segment : model.segmentModels()) {
            tables.put(Names.fold(segment.segment()), new SegmentTables(segment, vocabulary));
        }
        int segments = model.segments().size();
        int tiers = model.tiers().size();
        this.placingFrom = new int[segments + tiers + 1];
        this.bySegmentRow = new @Nullable SegmentTables[segments];
        this.segmentCode = new int[segments];
        this.tierCode = new int[tiers];
        Set<Term> used = new LinkedHashSet<>();
        for (int i = 0; i < segments + tiers; i++) {
            Row row = i < segments ? model.segments().get(i) : model.tiers().get(i - segments);
            placing.add(row.head().clauses(), vocabulary);
            placingFrom[i + 1] = placing.size();
            used.addAll(TermsOf.row(row));
        }
        for (int i = 0; i < segments; i++) {
            String segment = model.segments().get(i).segment();
            bySegmentRow[i] = tables.get(Names.fold(segment));
            segmentCode[i] = vocabulary.words(Term.Kind.SEGMENT).of(segment);
        }
        for (int i = 0; i < tiers; i++) {
            tierCode[i] =
                    vocabulary.words(Term.Kind.TIER).of(model.tiers().get(i).tier());
        }
        this.placingChanges = SegmentTables.ofKind(used, Term.Kind.CHANGE_IN_INDICATOR);
        this.stages = new Stages(vocabulary);
        this.changes = new Changes(this, stages);
    }

    /** Arranges a sound model's tables. */
    public static ShippedScorer of(Model model) {
        return new ShippedScorer(model);
    }

    /**
     * Decides one account.
     *
     * @throws ArithmeticException for numbers of more digits than this program keeps
     */
    public HandDecision decide(AccountSnapshot snapshot, PriorState prior) {
        HandAccount account = intake.read(snapshot, prior);
        HandDecision decision = place(account);
        stages.decide(decision);
        changes.tell(decision, snapshot, prior);
        return decision;
    }

    /** Finds the account's segment and tier. */
    HandDecision place(HandAccount account) {
        long[] registers = vocabulary.registers();
        stages.screened(account, registers, placingChanges);
        int segments = segmentCode.length;
        int segment = first(0, segments, registers);
        int tier = first(segments, segments + tierCode.length, registers);
        SegmentTables tables = segment < 0 ? null : bySegmentRow[segment];
        if (tables == null) {
            throw new IllegalStateException("every row of the shipped Segments has a workbook");
        }
        stages.placed(registers, segmentCode[segment], tier < 0 ? -1 : tierCode[tier - segments]);
        return new HandDecision(account, tables, segment, tier < 0 ? -1 : tier - segments, registers);
    }

    private int first(int from, int to, long[] registers) {
        for (int i = from; i < to; i++) {
            if (placing.hold(placingFrom[i], placingFrom[i + 1], registers)) {
                return i;
            }
        }
        return -1;
    }
}
