package io.barograph.engine.model.merge;

import org.jspecify.annotations.Nullable;

/**
 * What a cell of the merged sheet holds.
 *
 * @param of whose cell it is; null for none
 * @param typed another value; null when it is a side's
 */
record Choice(@Nullable Source of, @Nullable String typed) {

    static final Choice EMPTY = new Choice(null, null);

    static Choice of(Source source) {
        return new Choice(source, null);
    }
}
