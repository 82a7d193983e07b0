package io.barograph.service.decisions;

import io.barograph.engine.override.BandOverride;
import java.time.Instant;
import java.util.List;

/** Which overrides are told beside decisions: those in force at a moment, of the overall score first, then by score. */
public interface OverrideLookup {

    /** From memory, without asking the database; what was changed on another instance is known about a second later. */
    List<BandOverride> now(String accountId, Instant at);

    /** As they are kept. */
    List<BandOverride> kept(String accountId, Instant at);
}
