package io.barograph.service.governance;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.governance.Actor;
import io.barograph.engine.governance.Move;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What callers may do to versions, with what has to be looked at before and set in motion after. */
@Component
class VersionMoves {

    private static final int ALL = 100;

    private final ActiveModel active;
    private final EvidenceMaker evidence;
    private final Governing governing;
    private final LineupKeeper keeper;

    VersionMoves(ActiveModel active, EvidenceMaker evidence, Governing governing, LineupKeeper keeper) {
        this.active = active;
        this.evidence = evidence;
        this.governing = governing;
        this.keeper = keeper;
    }

    GovernedVersion submit(GovernedVersion version, String why, Principal by) {
        keeper.catchUp();
        return governing.submit(version.number(), why, by, evidence.make(version, active.now()));
    }

    GovernedVersion approve(GovernedVersion version, String why, Principal by) {
        return governing.approve(version.number(), why, by, seen(version));
    }

    GovernedVersion reject(GovernedVersion version, String why, Principal by) {
        Actor actor = Actors.of(by);
        return move(version, at -> new Move.Reject(actor, at, why), lineup -> without(lineup, version.number()));
    }

    GovernedVersion retire(GovernedVersion version, String why, Principal by) {
        Actor actor = Actors.of(by);
        return move(version, at -> new Move.Retire(actor, at, why), lineup -> without(lineup, version.number()));
    }

    /** @param on whether it is to decide silently from now on, or no longer */
    GovernedVersion shadow(GovernedVersion version, boolean on, String why, Principal by) {
        Actor actor = Actors.of(by);
        if (!on) {
            return move(version, at -> new Move.EndShadow(actor, at, why), lineup -> without(lineup, version.number()));
        }
        keeper.requireFree(version.number());
        return move(version, at -> new Move.Shadow(actor, at, why), lineup -> lineup.shadow(version.number()));
    }

    /** @param share percent of the accounts; below 100 it is a canary */
    GovernedVersion activate(GovernedVersion version, int share, String why, Principal by) {
        if (share < 1 || share > ALL) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST, "`share` must be a percentage from 1 to 100, but is " + share);
        }
        keeper.catchUp();
        keeper.requireNoOtherCanary(version.number());
        Evidence seen = seen(version);
        Actor actor = Actors.of(by);
        return activate(version, share, at -> new Move.Activate(actor, at, why, seen, share));
    }

    GovernedVersion rollBack(GovernedVersion version, String why, Principal by) {
        Actor actor = Actors.of(by);
        if (version.life().canary() != null) {
            return endCanary(version, why, actor, false);
        }
        keeper.requireNoOtherCanary(version.number());
        return activate(version, ALL, at -> new Move.RollBack(actor, at, why));
    }

    private GovernedVersion activate(GovernedVersion version, int share, Function<Instant, Move> how) {
        governing.requirePossible(version, how);
        GovernedVersion moved = governing.activate(version, keeper.prepare(version), share, how);
        keeper.catchUp();
        return moved;
    }

    GovernedVersion endCanary(GovernedVersion version, String why, Actor by, boolean failed) {
        return move(version, at -> new Move.EndCanary(by, at, why, failed), Lineup::withoutCanary);
    }

    private GovernedVersion move(GovernedVersion version, Function<Instant, Move> how, UnaryOperator<Lineup> lineup) {
        GovernedVersion moved = governing.move(version.number(), how, lineup);
        keeper.catchUp();
        return moved;
    }

    private static Lineup without(Lineup lineup, int version) {
        Integer shadow = lineup.shadow();
        return shadow != null && shadow == version ? lineup.withoutShadow() : lineup;
    }

    private Evidence seen(GovernedVersion version) {
        return evidence.seen(version)
                .orElseThrow(() -> new Problem(
                        ProblemType.VERSION_REFUSED,
                        "version " + version.number() + " is "
                                + version.life().state().label() + " and has no evidence; submit it first"));
    }
}
