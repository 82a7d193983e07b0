package io.barograph.service.accounts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one account.
 *
 * @param attributes as they were sent with the latest decision
 * @param decision the latest decision, as {@code GET /decisions/{id}?explain=summary} tells it
 * @param timeline address of its decisions
 */
record AccountDocument(
        String accountId,
        LocalDate asOf,
        Map<String, @Nullable Object> attributes,
        List<String> flags,
        @JsonRawValue String decision,
        String timeline) {}
