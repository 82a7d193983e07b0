package io.barograph.service.governance;

import io.barograph.engine.governance.VersionLife;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is kept, without its files.
 *
 * @param name the model's
 * @param label what its decisions call it
 * @param base digest of the model that was active when it was uploaded; null of the very first
 */
record GovernedVersion(
        VersionLife life,
        String name,
        String label,
        @Nullable String base) {

    int number() {
        return life.number();
    }

    String digest() {
        return life.digest();
    }

    GovernedVersion with(VersionLife next) {
        return new GovernedVersion(next, name, label, base);
    }
}
