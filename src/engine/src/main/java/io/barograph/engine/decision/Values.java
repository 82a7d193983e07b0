package io.barograph.engine.decision;

import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.TextValue;
import org.jspecify.annotations.Nullable;

/** Values of the vocabulary as decisions carry them. */
final class Values {

    private Values() {}

    static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof TextValue text) {
            return text.shown();
        }
        return value instanceof SetValue set ? set.shown() : value;
    }
}
