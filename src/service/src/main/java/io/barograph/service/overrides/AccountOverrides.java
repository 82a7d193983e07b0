package io.barograph.service.overrides;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts for an account at this moment.
 *
 * @param bands that count beside the computed ones, by score; only of scores that are overridden
 * @param inForce by what: of the overall score first, then by score
 */
public record AccountOverrides(Map<String, @Nullable String> bands, List<OverrideDocument> inForce) {

    public AccountOverrides {
        bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
        inForce = List.copyOf(inForce);
    }
}
