package io.barograph.engine.audit;

import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/**
 * What came of deciding a recorded decision again, from nothing but its record and the model of the digest that it
 * names. The new decision is put in the place of the recorded one, and the canonical bytes of the whole record are compared.
 */
public sealed interface Replay {

    /** Differences that are named at most; the others are counted. */
    int MOST_DIFFERENCES = 50;

    /** One word for programs: {@code identical}, {@code different}, or the {@link Obstacle}. */
    String label();

    /** Every byte is the same. */
    record Identical() implements Replay {
        @Override
        public String label() {
            return "identical";
        }
    }

    /**
     * The model decides something else today.
     *
     * @param differences in the order of the record, at most {@link #MOST_DIFFERENCES}
     * @param total how many there are
     */
    record Different(List<Difference> differences, int total) implements Replay {
        public Different {
            differences = List.copyOf(differences);
        }

        @Override
        public String label() {
            return "different";
        }
    }

    /** @param why for people: what is missing or wrong, and what to do */
    record Impossible(Obstacle obstacle, String why) implements Replay {
        @Override
        public String label() {
            return obstacle.label();
        }
    }

    /** What keeps a decision from being decided again. */
    enum Obstacle {
        /** The key of its account's values was deleted. */
        ERASED,
        /** Its account's values are encrypted, and there is no key here. */
        SEALED,
        /** Its record was retired by age; only the hash is left. */
        RETIRED,
        /** No model of its digest is at hand. */
        MODEL_MISSING,
        /** Its model is at hand, but this version of the engine finds errors in it. */
        MODEL_REJECTED,
        /** Its model has rule files that nothing vouches for; they are code and were not run. */
        UNTRUSTED_RULES,
        /** The record is not what was ever written. */
        UNREADABLE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Decides again.
     *
     * @param record the stored bytes, with no value sealed
     * @param models where to find the model whose digest the record names; the version people call it by is taken from the
     *     record
     */
    static Replay of(byte[] record, ModelSource models) {
        DecisionRecord recorded;
        try {
            recorded = DecisionRecord.read(record);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return unreadable("the record cannot be read: " + firstLine(unreadable));
        }
        ModelVersion model = recorded.decision().model();
        try (ModelLease lease = models.lease(model.digest())) {
            if (lease instanceof ModelLease.Refused refused) {
                return refused.why();
            }
            Decider decider = ((ModelLease.Granted) lease).decider();
            Decision decision = decider.decide(recorded.snapshot(), recorded.prior());
            byte[] replayed = recorded.with(decision.with(model)).canonicalBytes();
            return Arrays.equals(record, replayed) ? new Identical() : differing(record, replayed);
        }
    }

    private static Replay differing(byte[] record, byte[] replayed) {
        Differences found = Differences.between(CanonicalJson.tree(record), CanonicalJson.tree(replayed));
        return found.total() > 0
                ? new Different(found.first(), found.total())
                : unreadable("the record says the same in bytes that are not canonical");
    }

    private static Impossible unreadable(String why) {
        return new Impossible(Obstacle.UNREADABLE, why);
    }

    private static String firstLine(RuntimeException fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }
}
