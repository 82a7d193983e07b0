package io.barograph.benchmarks.handwritten;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions as arrays: what is asked of which register. A row's conditions stand side by side. */
final class Conditions {

    private static final byte RANGE = 0;
    private static final byte ONE_OF = 1;
    private static final byte SHARES = 2;
    private static final byte SHARES_NOTHING = 3;
    private static final byte MISSING = 4;
    private static final byte RANGES = 5;
    private static final byte RANGES_OR_MISSING = 6;

    private static final long LOWEST = Micros.MISSING + 1;

    private byte[] operators = new byte[64];
    private int[] registers = new int[64];

    /** Least value, codes, or the first of several ranges. */
    private long[] first = new long[64];

    /** Greatest value, or the end of several ranges. */
    private long[] last = new long[64];

    private final List<long[]> collecting = new ArrayList<>();
    private long[][] ranges = new long[0][];
    private int size;

    /** How many conditions there are so far. */
    int size() {
        return size;
    }

    /** Whether all conditions from one to before another hold. */
    boolean hold(int from, int to, long[] values) {
        for (int i = from; i < to; i++) {
            if (!holds(i, values[registers[i]])) {
                return false;
            }
        }
        return true;
    }

    /** Whether one condition holds for a value. */
    boolean holds(int i, long value) {
        return switch (operators[i]) {
            case RANGE -> value >= first[i] && value <= last[i];
            case ONE_OF -> value >= 0 && (first[i] >>> value & 1) != 0;
            case SHARES -> (value & first[i]) != 0;
            case SHARES_NOTHING -> (value & first[i]) == 0;
            case MISSING -> value == Micros.MISSING;
            default -> inRanges(i, value);
        };
    }

    private boolean inRanges(int i, long value) {
        if (value == Micros.MISSING) {
            return operators[i] == RANGES_OR_MISSING;
        }
        for (int k = (int) first[i]; k < last[i]; k++) {
            if (value >= ranges[k][0] && value <= ranges[k][1]) {
                return true;
            }
        }
        return false;
    }

    /** Adds a row's conditions. */
    void add(List<Clause> clauses, Vocabulary vocabulary) {
        for (Clause clause : clauses) {
            add(clause.condition(), clause.term(), vocabulary.register(clause.term()), vocabulary.codes(clause.term()));
        }
    }

    void add(Condition condition, @Nullable Term term, int register, Codes codes) {
        boolean text = term == null || term.type() == Term.Type.TEXT;
        if (condition instanceof Condition.OneOf oneOf && text) {
            long mask = 0;
            for (Object value : oneOf.values()) {
                mask |= 1L << codes.of(value.toString());
            }
            put(ONE_OF, register, oneOf.negated() ? ~mask : mask, 0);
        } else if (condition instanceof Condition.Contains contains) {
            long mask = 0;
            for (String value : contains.texts()) {
                mask |= 1L << codes.of(value);
            }
            put(contains.negated() ? SHARES_NOTHING : SHARES, register, mask, 0);
        } else if (condition instanceof Condition.Missing) {
            put(MISSING, register, 0, 0);
        } else {
            List<long[]> parts = new ArrayList<>();
            boolean orMissing = ranges(condition, parts);
            if (parts.size() == 1 && !orMissing) {
                put(RANGE, register, parts.get(0)[0], parts.get(0)[1]);
            } else {
                put(
                        orMissing ? RANGES_OR_MISSING : RANGES,
                        register,
                        collecting.size(),
                        collecting.size() + parts.size());
                collecting.addAll(parts);
                ranges = collecting.toArray(long[][]::new);
            }
        }
    }

    private void put(byte operator, int register, long a, long b) {
        if (size == operators.length) {
            operators = Arrays.copyOf(operators, size * 2);
            registers = Arrays.copyOf(registers, size * 2);
            first = Arrays.copyOf(first, size * 2);
            last = Arrays.copyOf(last, size * 2);
        }
        operators[size] = operator;
        registers[size] = register;
        first[size] = a;
        last[size] = b;
        size++;
    }

    /** Collects closed ranges; returns whether a missing value satisfies the condition too. */
    private static boolean ranges(Condition condition, List<long[]> parts) {
        if (condition instanceof Condition.Comparison comparison) {
            long bound = coded(comparison.bound());
            parts.add(
                    switch (comparison.operator()) {
                        case LESS -> new long[] {LOWEST, bound - 1};
                        case AT_MOST -> new long[] {LOWEST, bound};
                        case AT_LEAST -> new long[] {bound, Long.MAX_VALUE};
                        case GREATER -> new long[] {bound + 1, Long.MAX_VALUE};
                    });
        } else if (condition instanceof Condition.Range range) {
            Comparable<?> from = range.from();
            Comparable<?> to = range.to();
            parts.add(new long[] {
                from == null ? LOWEST : coded(from) + (range.fromIncluded() ? 0 : 1),
                to == null ? Long.MAX_VALUE : coded(to) - (range.toIncluded() ? 0 : 1)
            });
        } else if (condition instanceof Condition.OneOf oneOf) {
            List<Long> values = oneOf.values().stream()
                    .map(Conditions::coded)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            long from = LOWEST;
            for (long value : values) {
                parts.add(oneOf.negated() ? new long[] {from, value - 1} : new long[] {value, value});
                from = value + 1;
            }
            if (oneOf.negated()) {
                parts.add(new long[] {from, Long.MAX_VALUE});
            }
        } else if (condition instanceof Condition.Present) {
            parts.add(new long[] {LOWEST, Long.MAX_VALUE});
        } else if (condition instanceof Condition.Either either) {
            boolean orMissing = false;
            for (Condition option : either.options()) {
                orMissing |= ranges(option, parts);
            }
            return orMissing;
        } else if (condition instanceof Condition.Missing) {
            return true;
        } else {
            throw new IllegalArgumentException("no ranges for " + condition);
        }
        return false;
    }

    private static long coded(Object value) {
        if (value instanceof BigDecimal number) {
            return Micros.of(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        throw new IllegalArgumentException("a condition on `" + value + "`");
    }
}
