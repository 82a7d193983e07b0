package io.barograph.engine.governance;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a version does to a portfolio, as far as guardrails ask.
 *
 * @param changing accounts whose overall band would be another; being undecided counts as a band
 * @param decided accounts with an overall score
 * @param coverage mean coverage of those, percent with two decimals
 * @param associations only those that can be told: fields without two groups that are large enough have none
 * @param gaps likewise
 */
public record Figures(
        long accounts,
        long changing,
        long decided,
        BigDecimal coverage,
        List<AssociationFigure> associations,
        List<GapFigure> gaps) {

    /**
     * How strongly the groups of a protected field go together with something.
     *
     * @param with the score, the band, or a field in use
     * @param measure which of the two measures it is
     * @param value 0–1, three decimals
     */
    public record AssociationFigure(String field, String with, String measure, BigDecimal value) {}

    /**
     * How far apart the groups of a protected field are.
     *
     * @param measure {@link #INTERVENTIONS}, {@link #MISSES} or {@link #FALSE_ALARMS}
     * @param mostRate percent, two decimals, in the group with the highest rate
     * @param points the difference of the two rates
     */
    public record GapFigure(
            String field,
            String measure,
            String most,
            BigDecimal mostRate,
            String least,
            BigDecimal leastRate,
            BigDecimal points) {

        /** Accounts for which a playbook runs. */
        public static final String INTERVENTIONS = "interventions";

        /** Accounts that were lost though their band did not foretell it. */
        public static final String MISSES = "misses";

        /** Accounts that stayed though their band foretold a loss. */
        public static final String FALSE_ALARMS = "false alarms";
    }

    public Figures {
        associations = List.copyOf(associations);
        gaps = List.copyOf(gaps);
    }
}
