package io.barograph.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of texts, in order of first appearance. */
public record SetValue(List<String> shown, Set<String> folded) {

    public static final SetValue EMPTY = new SetValue(List.of(), Set.of());

    public SetValue {
        shown = List.copyOf(shown);
        folded = Set.copyOf(folded);
    }

    public static SetValue of(Collection<TextValue> texts) {
        return new SetValue(
                texts.stream().map(TextValue::shown).distinct().toList(),
                texts.stream().map(TextValue::folded).collect(Collectors.toSet()));
    }
}
