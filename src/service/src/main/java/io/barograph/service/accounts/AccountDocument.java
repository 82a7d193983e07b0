package io.barograph.service.accounts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.barograph.service.overrides.AccountOverrides;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one account.
 *
 * @param attributes as they were sent with the latest decision
 * @param override of its bands, that is in force now; null when nobody overrides them
 * @param decision the latest decision, as {@code GET /decisions/{id}?explain=summary} tells it
 * @param timeline address of its decisions
 * @param overrides address of its overrides
 */
record AccountDocument(
        String accountId,
        LocalDate asOf,
        Map<String, @Nullable Object> attributes,
        List<String> flags,
        @Nullable AccountOverrides override,
        @JsonRawValue String decision,
        String timeline,
        String overrides) {}
