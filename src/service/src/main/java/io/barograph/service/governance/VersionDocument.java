package io.barograph.service.governance;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.governance.Approval;
import io.barograph.engine.governance.Step;
import io.barograph.engine.governance.VersionLife;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as callers are told of it.
 *
 * @param version what its decisions call it; null of a model that decided before versions were kept
 * @param number null of such a model
 * @param state {@code draft}, {@code submitted}, {@code approved}, {@code shadow}, {@code active}, {@code retired} or {@code rejected}
 * @param base digest of the model that was active when it was uploaded
 * @param authors nobody of them may approve it
 * @param segments that its edits touch; {@code *} is what all share
 * @param evidence digests that approvals are bound to
 * @param void_ why the evidence does not hold any more; null while it does
 * @param canary percent of the accounts it decides as a canary
 * @param history who did what, when and why, oldest first
 * @param files null in lists
 */
record VersionDocument(
        String name,
        @Nullable String version,
        @Nullable Integer number,
        String digest,
        String state,
        @Nullable String base,
        @Nullable List<String> segments,
        @Nullable List<String> authors,
        @Nullable Evidence evidence,

        @com.fasterxml.jackson.annotation.JsonProperty("void") @Nullable String void_,

        @Nullable List<Approval> approvals,
        @Nullable Integer canary,
        @Nullable List<Step> history,
        @Nullable Instant keptAt,
        @Nullable List<FileDocument> files) {

    static VersionDocument of(GovernedVersion version, String activeDigest, @Nullable List<FileDocument> files) {
        VersionLife life = version.life();
        Evidence evidence = life.evidence();
        return new VersionDocument(
                version.name(),
                version.label(),
                version.number(),
                version.digest(),
                life.state().label(),
                version.base(),
                List.copyOf(life.segments()),
                List.copyOf(life.authors()),
                evidence,
                evidence == null || life.everActive()
                        ? null
                        : evidence.voided(activeDigest).orElse(null),
                life.approvals(),
                life.canary(),
                life.history(),
                life.history().get(0).at(),
                files);
    }
}
