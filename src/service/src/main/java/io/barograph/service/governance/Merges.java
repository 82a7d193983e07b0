package io.barograph.service.governance;

import io.barograph.engine.governance.State;
import io.barograph.engine.governance.VersionLife;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.merge.MergeConflict;
import io.barograph.engine.model.merge.Merging;
import io.barograph.engine.model.merge.ModelMerge;
import io.barograph.engine.model.merge.Resolution;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a version together with the active one, or with another one that was made from the same, as a new draft. Both versions stay
 * as they are. What the draft holds of either is as if its authors had uploaded it, so none of them may approve it.
 */
@Component
class Merges {

    /** As much as a person settles in one go; each may hold a cell. */
    private static final int MOST_RESOLUTIONS = 2_000;

    private final VersionLookup lookup;
    private final Versions versions;
    private final Drafts drafts;
    private final Checking checking;
    private final LineupKeeper keeper;

    Merges(VersionLookup lookup, Versions versions, Drafts drafts, Checking checking, LineupKeeper keeper) {
        this.lookup = lookup;
        this.versions = versions;
        this.drafts = drafts;
        this.checking = checking;
        this.keeper = keeper;
    }

    /**
     * @param mine version that is to be merged
     * @param with number or digest of the other one, or {@code active}
     * @throws Problem with the conflicts, when some are not settled
     */
    GovernedVersion merge(GovernedVersion mine, String with, List<Resolution> resolutions, String why, Principal by) {
        Drafts.requireReason(why);
        requireFew(resolutions);
        keeper.catchUp();
        GovernedVersion theirs = lookup.require(with);
        if (!resolutions.isEmpty() && with.equals(VersionLookup.ACTIVE)) {
            throw refused("resolutions are for one version and no other; name version " + theirs.number()
                    + " as `with`, if it is the one whose conflicts you saw");
        }
        boolean onActive = theirs.digest().equals(lookup.activeDigest());
        requireMergeable(mine, theirs, onActive);
        DraftBase common = drafts.base(String.valueOf(mine.base()));
        DraftBase base = onActive ? drafts.base(VersionLookup.ACTIVE) : common;
        ModelFiles there = versions.files(theirs);
        ModelFiles here = versions.files(mine);
        Merging merging = checking.run(() -> ModelMerge.of(common.files(), there, here, resolutions));
        if (merging instanceof Merging.Refused refused) {
            throw refused(String.join("; ", refused.reasons()));
        }
        if (merging instanceof Merging.Conflicting conflicting) {
            throw conflict(mine, theirs, conflicting.conflicts());
        }
        ModelFiles merged = ((Merging.Merged) merging).files();
        if (theirs.digest()
                .equals(checking.run(
                        () -> String.valueOf(ModelParser.parse(merged).digest())))) {
            throw refused("version " + theirs.number() + " holds all that version " + mine.number()
                    + " changes, so there is nothing to merge");
        }
        return drafts.keep(base, merged, origin(mine, theirs, common, resolutions), why, by);
    }

    private static void requireFew(List<Resolution> resolutions) {
        if (resolutions.size() > MOST_RESOLUTIONS) {
            throw refused("there are " + resolutions.size() + " resolutions; at most " + MOST_RESOLUTIONS
                    + " are taken, so take more conflicts whole");
        }
    }

    private static void requireMergeable(GovernedVersion mine, GovernedVersion theirs, boolean onActive) {
        requireOpen(mine);
        if (mine.digest().equals(theirs.digest())) {
            throw refused("version " + mine.number() + " cannot be merged with itself; name another one as `with`");
        }
        if (onActive && theirs.digest().equals(mine.base())) {
            throw refused("version " + mine.number() + " was made from the active one, so there is nothing to merge");
        }
        if (!onActive) {
            requireOpen(theirs);
            if (mine.base() == null || !mine.base().equals(theirs.base())) {
                throw refused("versions " + mine.number() + " and " + theirs.number()
                        + " were not made from the same one; merge each with the active one first");
            }
        }
    }

    private static void requireOpen(GovernedVersion version) {
        State state = version.life().state();
        if (state == State.ACTIVE || state == State.RETIRED || state == State.REJECTED || version.base() == null) {
            throw new Problem(
                    ProblemType.VERSION_REFUSED,
                    "version " + version.number() + " is " + state.label()
                            + " and cannot be merged; that can be only what is draft, submitted, approved or shadow");
        }
    }

    private static Problem conflict(GovernedVersion mine, GovernedVersion theirs, List<MergeConflict> conflicts) {
        Set<String> theirsBy = theirs.life().authors();
        Set<String> mineBy = mine.life().authors();
        int count = conflicts.size();
        return new Problem(
                        ProblemType.MERGE_CONFLICT,
                        "versions " + mine.number() + " and " + theirs.number() + " both change the same in "
                                + (count == 1 ? "one place" : count + " places")
                                + "; send `resolutions` that take `theirs`,"
                                + " `mine` or a `value` for each conflict, with `\"with\": \"" + theirs.number()
                                + "\"`")
                .member("mine_version", mine.number())
                .member("theirs_version", theirs.number())
                .member("base", String.valueOf(mine.base()))
                .member(
                        "conflicts",
                        conflicts.stream()
                                .map(conflict -> ConflictDocument.of(conflict, theirsBy, mineBy))
                                .toList());
    }

    private static Drafts.Origin origin(
            GovernedVersion mine, GovernedVersion theirs, DraftBase common, List<Resolution> resolutions) {
        Set<String> authors = new TreeSet<>(mine.life().authors());
        authors.addAll(theirs.life().authors());
        Map<String, @Nullable Object> details = new TreeMap<>();
        details.put("base", common.digest());
        details.put("theirs", side(theirs));
        details.put("mine", side(mine));
        details.put("resolutions", resolutions.stream().map(Merges::told).toList());
        return new Drafts.Origin(VersionLife.MERGED, authors, Map.of("merge", details));
    }

    private static Map<String, Object> side(GovernedVersion version) {
        return new TreeMap<>(Map.of("number", BigDecimal.valueOf(version.number()), "digest", version.digest()));
    }

    private static Map<String, @Nullable Object> told(Resolution resolution) {
        Map<String, @Nullable Object> told = new TreeMap<>();
        told.put("conflict", resolution.conflict());
        told.put("take", resolution.take().label());
        told.put("value", resolution.value());
        return told;
    }

    private static Problem refused(String why) {
        return Drafts.refused(why);
    }
}
