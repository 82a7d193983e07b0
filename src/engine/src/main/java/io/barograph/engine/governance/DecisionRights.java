package io.barograph.engine.governance;

import io.barograph.engine.text.Names;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what to models, segment by segment.
 *
 * @param standard in segments that are not named, and for what segments share
 * @param segments by the segment's name
 */
public record DecisionRights(Grant standard, Map<String, Grant> segments) {

    /** Stands for what belongs to no single segment: the Segments workbook, the contract, rule files. */
    public static final String SHARED = "*";

    public DecisionRights {
        segments = Collections.unmodifiableMap(new TreeMap<>(segments));
    }

    /** @param segment or {@link #SHARED} */
    public Grant of(String segment) {
        return segments.entrySet().stream()
                .filter(entry -> Names.same(entry.getKey(), segment))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(standard);
    }

    /** Whether somebody has a right in a segment, by name or by a role that holds there. */
    public boolean allow(Right right, Actor actor, String segment) {
        Holders holders = of(segment).of(right);
        return holders.people().contains(actor.person()) || (holders.include(actor) && actor.covers(segment));
    }

    /** Why somebody may not do something in all of some segments; empty when they may. */
    public Optional<String> refusal(Right right, Actor actor, Set<String> segments) {
        return segments.stream()
                .sorted()
                .filter(segment -> !allow(right, actor, segment))
                .findFirst()
                .map(segment -> "`" + actor.person() + "` may not " + right.words() + " " + in(segment)
                        + "; decision rights say that " + of(segment).of(right).words() + " may");
    }

    static String in(String segment) {
        return segment.equals(SHARED) ? "what all segments share" : "in segment `" + segment + "`";
    }
}
