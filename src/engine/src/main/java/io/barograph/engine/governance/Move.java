package io.barograph.engine.governance;

import io.barograph.engine.audit.Evidence;
import java.time.Instant;
import java.util.List;

/** Something to be done to a version. Whoever does it says why. */
public sealed interface Move {

    Actor by();

    Instant at();

    String why();

    /** The event it is, for example {@code model-submitted}. */
    String name();

    /**
     * Asks for approvals.
     *
     * @param evidence as it is now
     * @param obstacles what the check and the guardrails have against it; none may be left
     */
    record Submit(Actor by, Instant at, String why, Evidence evidence, List<String> obstacles) implements Move {
        public Submit {
            obstacles = List.copyOf(obstacles);
        }

        @Override
        public String name() {
            return "model-submitted";
        }
    }

    /**
     * @param seen the evidence as the stored files and documents give it now
     * @param note the statement that is approved, signed
     */
    record Approve(Actor by, Instant at, String why, Evidence seen, String note) implements Move {
        @Override
        public String name() {
            return "model-approved";
        }
    }

    /** Sends it back for good. */
    record Reject(Actor by, Instant at, String why) implements Move {
        @Override
        public String name() {
            return "model-rejected";
        }
    }

    /** Lets it decide silently beside the active one. */
    record Shadow(Actor by, Instant at, String why) implements Move {
        @Override
        public String name() {
            return "model-shadowed";
        }
    }

    /** Ends that; approvals stay. */
    record EndShadow(Actor by, Instant at, String why) implements Move {
        @Override
        public String name() {
            return "model-shadow-ended";
        }
    }

    /**
     * Lets it decide.
     *
     * @param seen as for {@link Approve}
     * @param share percent of the accounts, 1–100; below 100 it is a canary
     */
    record Activate(Actor by, Instant at, String why, Evidence seen, int share) implements Move {
        public Activate {
            if (share < 1 || share > 100) {
                throw new IllegalArgumentException("a share must be from 1 to 100, but is " + share);
            }
        }

        @Override
        public String name() {
            return "model-activated";
        }
    }

    /**
     * Takes a canary back.
     *
     * @param failed whether it passed a limit; then the version is rejected, whoever watched it
     */
    record EndCanary(Actor by, Instant at, String why, boolean failed) implements Move {
        @Override
        public String name() {
            return "model-canary-ended";
        }
    }

    /** Lets a version decide again that decided earlier. */
    record RollBack(Actor by, Instant at, String why) implements Move {
        @Override
        public String name() {
            return "model-rolled-back";
        }
    }

    /** Happens to the active one when another takes its place. */
    record Replace(Actor by, Instant at, String why) implements Move {
        @Override
        public String name() {
            return "model-retired";
        }
    }

    /** Withdraws a version that does not decide. */
    record Retire(Actor by, Instant at, String why) implements Move {
        @Override
        public String name() {
            return "model-retired";
        }
    }
}
