package io.barograph.service.governance;

import org.jspecify.annotations.Nullable;

/**
 * Which versions decide.
 *
 * @param revision grows with every change
 * @param active null before the first start is over
 * @param canary decides a share of the accounts; null when none does
 * @param share percent of the accounts; null without a canary
 * @param shadow decides silently; null when none does
 */
record Lineup(
        long revision,
        @Nullable Integer active,
        @Nullable Integer canary,
        @Nullable Integer share,
        @Nullable Integer shadow) {

    Lineup active(int version) {
        Integer stillCanary = canary != null && canary == version ? null : canary;
        return new Lineup(
                revision,
                version,
                stillCanary,
                stillCanary == null ? null : share,
                shadow != null && shadow == version ? null : shadow);
    }

    Lineup canary(int version, int percent) {
        return new Lineup(revision, active, version, percent, shadow != null && shadow == version ? null : shadow);
    }

    Lineup withoutCanary() {
        return new Lineup(revision, active, null, null, shadow);
    }

    Lineup shadow(int version) {
        return new Lineup(revision, active, canary, share, version);
    }

    Lineup withoutShadow() {
        return new Lineup(revision, active, canary, share, null);
    }
}
