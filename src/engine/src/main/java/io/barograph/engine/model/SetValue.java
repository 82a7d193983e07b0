package io.barograph.engine.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of texts, in order of first appearance. */
public record SetValue(List<String> shown, Set<String> folded) {

    public static final SetValue EMPTY = new SetValue(List.of(), Set.of());

    public SetValue {
        shown = List.copyOf(shown);
        folded = Set.copyOf(folded);
    }

    /** Of names that differ only in how they are written the first stays. */
    public static SetValue of(Collection<TextValue> texts) {
        Map<String, String> shownByFolded = new LinkedHashMap<>();
        texts.forEach(text -> shownByFolded.putIfAbsent(text.folded(), text.shown()));
        return new SetValue(List.copyOf(shownByFolded.values()), shownByFolded.keySet());
    }
}
