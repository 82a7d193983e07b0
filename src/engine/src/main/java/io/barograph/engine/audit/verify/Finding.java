package io.barograph.engine.audit.verify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an export or the log it is of.
 *
 * @param records which records it is about; null when it is about none of them in particular
 * @param place where it was noticed; null when it shows in the whole only
 * @param message for people, one line
 */
public record Finding(
        Kind kind, @Nullable Range records, @Nullable Place place, String message) {

    /** What is wrong. */
    public enum Kind {
        /** A record is not the one that was signed; of a range, one or more of them. */
        ALTERED,
        /** Records are not there. */
        MISSING,
        /** A record stands in another place than its own. */
        REORDERED,
        /** A record is there twice. */
        DUPLICATE,
        /** No checkpoint that a trusted key signed covers the records. */
        UNSIGNED,
        /** The file ends before its end. */
        TRUNCATED,
        /** The log was told differently at another time or to somebody else. */
        FORKED,
        /** The log was larger before. */
        ROLLED_BACK,
        /** A checkpoint that was seen earlier lies where this export tells nothing. */
        NOT_COMPARED,
        /** Bytes were taken away that no record of retention accounts for. */
        RETIRED_WITHOUT_TOMBSTONE,
        /** Records are as they were signed, or nothing speaks against it, but their proofs do not show it. */
        BAD_PROOF,
        /** A line is not what the format demands. */
        BAD_LINE,
        /** The change from one key to the next is not as it must be. */
        BAD_KEY_CHANGE,
        /** A model is not the one that was activated. */
        WRONG_MODEL,
        /** An approval of a version is not signed, not over what was submitted, or of an author. */
        BAD_APPROVAL,
        /** A version went live without an approval that holds. */
        NOT_APPROVED,
        /** The key of sealed values does not open what it is said to open. */
        WRONG_KEY,
        /** What a record is said to say is not what its bytes say. */
        WRONG_RENDERING;

        /** For people and programs, for example {@code rolled-back}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
