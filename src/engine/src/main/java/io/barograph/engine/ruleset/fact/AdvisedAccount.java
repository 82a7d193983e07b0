package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.TextValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account with its playbooks: what Escalations see. */
public final class AdvisedAccount extends AccountFact {

    private final Map<String, Standing> standings;

    /** The band of a score, and for how many days it has been in it. */
    public record Standing(TextValue band, long days) {}

    /** @param standings by folded name of the score, only scores that have a band */
    public AdvisedAccount(String segment, @Nullable Object[] values, FiringLog log, Map<String, Standing> standings) {
        super(segment, values, log);
        this.standings = Map.copyOf(standings);
    }

    @Nullable TextValue band(String target) {
        Standing standing = standings.get(target);
        return standing == null ? null : standing.band();
    }

    @Nullable Long daysInBand(String target) {
        Standing standing = standings.get(target);
        return standing == null ? null : standing.days();
    }
}
