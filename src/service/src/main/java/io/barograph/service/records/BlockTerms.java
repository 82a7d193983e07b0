package io.barograph.service.records;

import io.barograph.engine.audit.compact.RecordModelSource;
import io.barograph.service.auditlog.LogEntry;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of a block of the log are found by, as far as the block was looked at. */
final class BlockTerms {

    /** Leaves of a block. */
    static final int WIDTH = 256;

    private final long block;
    private final RecordModelSource models;
    private final Map<Term, BitSet> leaves = new HashMap<>();
    /** Kept apart, since there are many a record and texts of a model need not be made comparable again and again. */
    private final Map<Fired, BitSet> fired = new HashMap<>();

    /** A rule as its model names it. */
    private record Fired(String cell, @Nullable String ruleId) {}

    BlockTerms(long block, RecordModelSource models) {
        this.block = block;
        this.models = models;
    }

    void add(LogEntry entry) {
        int leaf = (int) (entry.index() - block * WIDTH);
        RecordTerms.of(
                entry,
                models,
                term -> leaves.computeIfAbsent(term, first -> new BitSet(WIDTH)).set(leaf),
                (cell, ruleId) -> fired.computeIfAbsent(new Fired(cell, ruleId), first -> new BitSet(WIDTH))
                        .set(leaf));
    }

    /** A bit for each leaf of the block that has the term. */
    Map<Term, BitSet> leaves() {
        Map<Term, BitSet> all = new HashMap<>(leaves);
        fired.forEach(
                (rule, bits) -> all.computeIfAbsent(Term.fired(rule.cell(), rule.ruleId()), first -> new BitSet(WIDTH))
                        .or(bits));
        return all;
    }

    /** A bit for each leaf of the block that a filter lets pass. */
    BitSet passing(Wanted wanted) {
        BitSet passing = new BitSet(WIDTH);
        leaves().forEach((term, bits) -> {
            if (wanted.matches(term)) {
                passing.or(bits);
            }
        });
        return passing;
    }
}
