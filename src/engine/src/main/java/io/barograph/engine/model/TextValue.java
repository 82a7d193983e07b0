package io.barograph.engine.model;

import io.barograph.engine.text.Names;

/** A text as it was written, and the form it is compared in. */
public record TextValue(String shown, String folded) {

    public static TextValue of(String text) {
        return new TextValue(text, Names.fold(text));
    }

    @Override
    public String toString() {
        return shown;
    }
}
