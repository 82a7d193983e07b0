package io.barograph.engine.governance;

import io.barograph.engine.text.Names;
import java.util.Set;

/**
 * Who does something to a version.
 *
 * @param id as the log names it, for example an API key
 * @param person who answers for it, whatever door they use; two actors with one person are one pair of eyes
 * @param roles that hold, by label
 * @param everywhere whether the roles hold in every segment and for what all segments share
 * @param segments where they hold otherwise
 */
public record Actor(String id, String person, Set<String> roles, boolean everywhere, Set<String> segments) {

    public Actor {
        roles = Set.copyOf(roles);
        segments = Set.copyOf(segments);
    }

    /** @param segment or {@link DecisionRights#SHARED} */
    boolean covers(String segment) {
        return everywhere || segments.stream().anyMatch(own -> Names.same(own, segment));
    }
}
