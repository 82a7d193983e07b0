package io.barograph.engine.exchange;

import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.PreviousDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell besides the decision itself.
 *
 * @param previous what the account's previous decision showed; null when that is not known
 */
public record Background(@Nullable PreviousDecision previous, NearMisses near) {

    /** Nothing is known. */
    public static final Background NONE = new Background(null, new NearMisses(List.of(), List.of()));
}
