package io.barograph.engine.ruleset.fact;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account with its scores after caps: what Thresholds see. */
public final class CappedAccount extends AccountFact {

    private final Map<String, BigDecimal> bandedScores;
    private final Map<String, String> previousBands;

    /**
     * @param bandedScores by folded name, only scores that exist and have enough coverage for a band
     * @param previousBands folded bands by folded name of the score
     */
    public CappedAccount(
            String segment,
            @Nullable Object[] values,
            FiringLog log,
            Map<String, BigDecimal> bandedScores,
            Map<String, String> previousBands) {
        super(segment, values, log);
        this.bandedScores = Map.copyOf(bandedScores);
        this.previousBands = Map.copyOf(previousBands);
    }

    @Nullable BigDecimal bandedScore(String target) {
        return bandedScores.get(target);
    }

    @Nullable String previousBand(String target) {
        return previousBands.get(target);
    }
}
