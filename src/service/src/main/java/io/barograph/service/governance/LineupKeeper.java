package io.barograph.service.governance;

import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.models.LastGood;
import io.barograph.service.models.ModelActivation;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings this instance in line with what was decided about versions, be it here or on another one. What cannot be loaded is not
 * served: the model of before goes on deciding.
 */
@Component
class LineupKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LineupKeeper.class);

    /** What could not be loaded is tried again about once a minute: a disk may be mended. */
    private static final int TICKS_TO_NEXT_TRY = 60;

    private final ActiveModel active;
    private final ModelActivation activation;
    private final Versions versions;
    private final Lineups lineups;
    private final Comparing comparing;
    private final LastGood lastGood;
    private final Map<Integer, Generation> prepared = new HashMap<>();
    private Lineup applied = new Lineup(-1, null, null, null, null);
    private long failedRevision = -1;
    private volatile boolean started;
    private int untilNextTry = TICKS_TO_NEXT_TRY;

    LineupKeeper(
            ActiveModel active,
            ModelActivation activation,
            Versions versions,
            Lineups lineups,
            Comparing comparing,
            LastGood lastGood) {
        this.active = active;
        this.activation = activation;
        this.versions = versions;
        this.lineups = lineups;
        this.comparing = comparing;
        this.lastGood = lastGood;
    }

    /** Follows from now on; what is active at this moment is what the lineup says, or the best that could be loaded. */
    synchronized void start(@Nullable String startedWith) {
        started = true;
        active.standsIn(startedWith);
        if (startedWith != null) {
            failedRevision = lineups.revision();
        } else {
            applied = new Lineup(-1, lineups.read().active(), null, null, null);
            catchUp();
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        if (started) {
            try {
                if (lineups.revision() != applied.revision()) {
                    tryAgainNowAndThen();
                    catchUp();
                }
            } catch (DataAccessException unreachable) {
                LOG.debug("the database cannot be asked which versions decide", unreachable);
            }
        }
    }

    private synchronized void tryAgainNowAndThen() {
        untilNextTry--;
        if (untilNextTry <= 0) {
            untilNextTry = TICKS_TO_NEXT_TRY;
            failedRevision = -1;
        }
    }

    /**
     * Serves what the database says, if it can be loaded.
     *
     * @throws DataAccessException when the database says nothing; to be tried again
     */
    synchronized void catchUp() {
        if (!started) {
            return;
        }
        Lineup wanted = lineups.read();
        if (wanted.revision() == applied.revision() || wanted.revision() == failedRevision) {
            return;
        }
        try {
            Integer version = wanted.active();
            if (version != null && !version.equals(applied.active())) {
                activation.serve(take(version));
                lastGood.keep(active.now());
            }
            canary(wanted);
            applied = wanted;
            active.standsIn(null);
            failedRevision = -1;
        } catch (DataAccessException unreachable) {
            throw unreachable;
        } catch (RuntimeException failure) {
            failedRevision = wanted.revision();
            untilNextTry = TICKS_TO_NEXT_TRY;
            active.standsIn(String.valueOf(failure.getMessage()));
            LOG.error(
                    "what was decided about versions cannot be served, so the model of before goes on: {}",
                    failure.getMessage(),
                    failure);
        }
        prepared.values().forEach(Generation::release);
        prepared.clear();
        comparing.follow(wanted, active.now());
    }

    private void canary(Lineup wanted) {
        Integer version = wanted.canary();
        Integer share = wanted.share();
        if (version == null || share == null) {
            active.endCanary();
        } else if (!version.equals(applied.canary()) || !share.equals(applied.share())) {
            active.canary(take(version), share);
        }
    }

    /** Loads a version before it is let decide, so that one that cannot be loaded is refused. */
    synchronized ModelDocument prepare(GovernedVersion version) {
        Generation generation = load(version);
        Generation before = prepared.put(version.number(), generation);
        if (before != null) {
            before.release();
        }
        return activation.keep(new ModelDocument(version.digest(), generation.files()));
    }

    private Generation take(int number) {
        Generation ready = prepared.remove(number);
        return ready == null ? load(versions.require(Integer.toString(number))) : ready;
    }

    Generation load(GovernedVersion version) {
        ModelFiles files = versions.files(version);
        List<String> strangers = activation.strangers(new ModelDocument(version.digest(), files));
        if (!strangers.isEmpty()) {
            throw new Problem(
                    ProblemType.VERSION_REFUSED,
                    "version " + version.number() + " brings the rule files `" + String.join("`, `", strangers)
                            + "`, which are code that no key of this log vouches for");
        }
        Compilation compilation = ModelCompiler.compile(files, version.label());
        if (compilation instanceof Compilation.Accepted accepted) {
            if (accepted.model().digest().equals(version.digest())) {
                return new Generation(files, accepted);
            }
            accepted.decider().close();
        }
        throw new Problem(
                ProblemType.VERSION_REFUSED,
                version.digest().equals(compilation.digest())
                        ? "version " + version.number()
                                + " has errors for this version of the engine, so it cannot decide"
                        : "the files of version " + version.number() + " are not those of `" + version.digest()
                                + "`; they were changed in the database");
    }

    void requireFree(int number) {
        Integer shadow = lineups.read().shadow();
        if (shadow != null && shadow != number) {
            throw new Problem(
                    ProblemType.VERSION_REFUSED,
                    "version " + shadow + " is in shadow already; take it out first, since one at a time is compared");
        }
    }

    void requireNoOtherCanary(int number) {
        Integer canary = lineups.read().canary();
        if (canary != null && canary != number) {
            throw new Problem(
                    ProblemType.VERSION_REFUSED,
                    "version " + canary + " is a canary; end that first, one at a time is");
        }
    }
}
