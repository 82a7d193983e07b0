package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sum Σ a·2^(−age/H) of decimals a, whose sign is found exactly.
 *
 * <p>Let H = p/q in lowest terms. Ages that leave the same remainder modulo p have exponents that differ by whole numbers, so their
 * parts add up to an exact fraction times one power of two. The powers of different remainders are linearly independent over the
 * fractions (x^p − 2 is irreducible), so the sum is 0 only if it is 0 for every remainder. When it is not, more digits always tell its
 * sign.
 */
final class HalvingSum {

    private static final int FIRST_DIGITS = 40;

    /** Roots of so many digits are asked for again and again, and kept. */
    private static final int OFTEN = 80;

    private static final Map<Integer, List<BigDecimal>> ROOTS = new ConcurrentHashMap<>();

    /** A coefficient and its age in days. */
    record Part(BigDecimal coefficient, long days) {}

    /** A coefficient in units of the last decimal of all, and its age in half-lives: whole + remainder ÷ p. */
    private record Term(BigInteger units, BigInteger whole, BigInteger remainder) {}

    private final List<Term> terms;
    private final BigInteger p;
    private final int scale;

    private HalvingSum(List<Term> terms, BigInteger p, int scale) {
        this.terms = terms;
        this.p = p;
        this.scale = scale;
    }

    /** @param halfLife above 0 */
    static HalvingSum of(List<Part> parts, BigDecimal halfLife) {
        BigInteger numerator = halfLife.unscaledValue();
        BigInteger denominator = BigInteger.TEN.pow(Math.max(halfLife.scale(), 0));
        if (halfLife.scale() < 0) {
            numerator = numerator.multiply(BigInteger.TEN.pow(-halfLife.scale()));
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger p = numerator.divide(common);
        BigInteger q = denominator.divide(common);
        int scale = parts.stream()
                .mapToInt(part -> Math.max(part.coefficient().scale(), 0))
                .max()
                .orElse(0);
        Map<BigInteger, List<Term>> byRemainder = new TreeMap<>();
        for (Part part : parts) {
            BigInteger[] halvings = BigInteger.valueOf(part.days()).multiply(q).divideAndRemainder(p);
            BigInteger units = part.coefficient().setScale(scale).unscaledValue();
            byRemainder
                    .computeIfAbsent(halvings[1], any -> new ArrayList<>())
                    .add(new Term(units, halvings[0], halvings[1]));
        }
        List<Term> terms = byRemainder.values().stream()
                .map(HalvingSum::withoutWhatCancels)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(Term::whole).thenComparing(Term::remainder))
                .toList();
        return new HalvingSum(terms, p, scale);
    }

    /**
     * Of terms with the same remainder, those after the last point at which the sum, youngest first, is exactly 0; none when the whole
     * is.
     */
    private static List<Term> withoutWhatCancels(List<Term> terms) {
        List<Term> sorted =
                terms.stream().sorted(Comparator.comparing(Term::whole)).toList();
        int bits = 32
                + sorted.stream()
                        .mapToInt(term -> term.units().bitLength())
                        .max()
                        .orElse(0);
        List<Term> kept = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (Term term : sorted) {
            BigInteger gap = kept.isEmpty()
                    ? BigInteger.ZERO
                    : term.whole().subtract(kept.get(kept.size() - 1).whole());
            if (gap.bitLength() > 31 || gap.intValue() > bits) {
                // Whatever follows is too small to cancel a sum that is a whole number of its last unit.
                kept.addAll(sorted.subList(sorted.indexOf(term), sorted.size()));
                return kept;
            }
            sum = sum.shiftLeft(gap.intValue()).add(term.units());
            kept.add(term);
            if (sum.signum() == 0) {
                kept.clear();
            }
        }
        return kept;
    }

    /** −1, 0 or 1, exactly. */
    int signum() {
        if (terms.isEmpty()) {
            return 0;
        }
        BigDecimal total =
                terms.stream().map(term -> new BigDecimal(term.units().abs())).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int digits = FIRST_DIGITS; ; digits *= 2) {
            BigDecimal sum = units(digits, terms.get(0).whole());
            BigDecimal error = total.multiply(BigDecimal.valueOf(digits)).movePointLeft(digits - 3);
            if (sum.abs().compareTo(error) > 0) {
                return sum.signum();
            }
        }
    }

    /** The sum, times 2^{@code origin}, where no age is under {@code origin} halvings; errs by Σ|a| × digits × 10^(3 − digits) at most. */
    BigDecimal approximately(int digits, BigInteger origin) {
        return units(digits, origin).movePointLeft(scale);
    }

    /**
     * Weights are products of rounded roots: with B = 4 × digits binary places, 3·B + 2 roundings and a cut of 2^−B each at most. Terms
     * over 8 halvings a digit older than the origin add less than that and are left out.
     */
    private BigDecimal units(int digits, BigInteger origin) {
        MathContext rounding = new MathContext(digits, RoundingMode.HALF_EVEN);
        List<BigDecimal> roots = digits <= OFTEN
                ? ROOTS.computeIfAbsent(digits, any -> roots(4 * digits, rounding))
                : roots(4 * digits, rounding);
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            BigInteger halvings = term.whole().subtract(origin);
            if (halvings.bitLength() > 31 || halvings.intValue() > 8 * digits) {
                return sum;
            }
            BigDecimal weight =
                    BigDecimal.ONE.divide(new BigDecimal(BigInteger.ONE.shiftLeft(halvings.intValue())), rounding);
            BigInteger rest = term.remainder();
            for (BigDecimal root : roots) {
                rest = rest.shiftLeft(1);
                if (rest.compareTo(p) >= 0) {
                    rest = rest.subtract(p);
                    weight = weight.multiply(root, rounding);
                }
            }
            sum = sum.add(weight.multiply(new BigDecimal(term.units())));
        }
        return sum;
    }

    /** 2^(−1/2), 2^(−1/4), 2^(−1/8) and so on. */
    private static List<BigDecimal> roots(int count, MathContext rounding) {
        List<BigDecimal> roots = new ArrayList<>();
        BigDecimal root = new BigDecimal("0.5");
        for (int i = 0; i < count; i++) {
            root = root.sqrt(rounding);
            roots.add(root);
        }
        return roots;
    }
}
