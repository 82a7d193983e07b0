package io.barograph.service.governance;

import java.time.Instant;
import java.util.List;

/**
 * A simulation that was finished.
 *
 * @param base digest of the model it was compared with
 * @param policy digest of the guardrails it was held against
 * @param report what would be different
 * @param guardrails see {@link GuardrailDocument}
 * @param breaches limits that are passed, one line each
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record StoredSimulation(
        int number,
        String base,
        Instant madeAt,
        String policy,
        byte[] report,
        byte[] guardrails,
        List<String> breaches) {

    StoredSimulation {
        breaches = List.copyOf(breaches);
    }
}
