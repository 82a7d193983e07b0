package io.barograph.engine.model.merge;

/** One of the three models that a merge looks at. */
enum Source {
    BASE,
    THEIRS,
    MINE;

    /** The other of the two that changed the base. */
    Source other() {
        return this == THEIRS ? MINE : THEIRS;
    }
}
