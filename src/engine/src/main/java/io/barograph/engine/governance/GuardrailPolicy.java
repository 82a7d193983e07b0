package io.barograph.engine.governance;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits that block a version. Percentages run from 0 to 100, associations from 0 to 1.
 *
 * @param association largest association that a protected field may have with the score, its band or a field in use
 * @param fairness null when nothing is protected
 */
public record GuardrailPolicy(
        Tests tests,
        Coverage coverage,
        Bands bands,
        List<Protected> protectedFields,
        BigDecimal association,
        @Nullable Fairness fairness,
        Canary canary) {

    /**
     * All tests must pass, always.
     *
     * @param least how many there must be
     * @param rulesFired percent of the rules that could fire in a test and do
     */
    public record Tests(int least, BigDecimal rulesFired) {}

    /**
     * @param accountsDecided least percent of the portfolio that the version decides
     * @param inputs least mean coverage of the accounts it decides, percent
     */
    public record Coverage(BigDecimal accountsDecided, BigDecimal inputs) {}

    /**
     * @param shareChanging largest percent of the portfolio that may change band in one release
     * @param accountsAtLeast how many accounts a simulation must have for its shares to say anything
     */
    public record Bands(BigDecimal shareChanging, int accountsAtLeast) {}

    /**
     * A field that may be used neither itself nor by proxy.
     *
     * @param cuts where numbers are cut into groups, ascending; empty for texts and booleans
     */
    public record Protected(Field field, List<BigDecimal> cuts) {
        public Protected {
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * @param errorGap largest difference between groups in how often the version is wrong, percentage points
     * @param interventionGap largest difference between groups in how often a playbook runs, percentage points
     * @param smallestGroup groups with fewer accounts are not compared
     * @param outcome null when no outcomes are kept; then errors are not compared
     */
    public record Fairness(
            BigDecimal errorGap,
            BigDecimal interventionGap,
            int smallestGroup,
            @Nullable Outcome outcome) {}

    /**
     * What became of an account.
     *
     * @param field that says it
     * @param lost its folded values that mean the customer left
     * @param atRisk folded bands of the overall score that foretell it
     */
    public record Outcome(Field field, Set<String> lost, Set<String> atRisk) {
        public Outcome {
            lost = Set.copyOf(lost);
            atRisk = Set.copyOf(atRisk);
        }
    }

    /**
     * When a canary is taken back.
     *
     * @param shareChanging largest percent of its accounts that may get another band than the active model gives them
     * @param accountsAtLeast how many it must have decided before that says anything
     */
    public record Canary(BigDecimal shareChanging, int accountsAtLeast) {}

    public GuardrailPolicy {
        protectedFields = List.copyOf(protectedFields);
    }
}
