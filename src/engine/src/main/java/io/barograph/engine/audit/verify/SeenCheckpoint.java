package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;

/**
 * A checkpoint that was got from the log at an earlier time, or that somebody else got.
 *
 * @param name what to call it, for people
 */
public record SeenCheckpoint(String name, SignedNote note, Checkpoint checkpoint) {

    /** @throws IllegalArgumentException when the text is no signed checkpoint; says why */
    public static SeenCheckpoint parse(String name, String text) {
        SignedNote note = SignedNote.parse(text);
        return new SeenCheckpoint(name, note, Checkpoint.parse(note.text()));
    }
}
