package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.text.Names;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Playbooks row by folded names: what it is called, where it runs, and which playbooks or channels it suppresses. Immutable. */
final class PlaybookRivals {

    private final String playbook;
    private final @Nullable String channel;
    private final Set<String> suppresses = new HashSet<>();

    PlaybookRivals(Row.PlaybookRow row) {
        this.playbook = Names.fold(row.playbook());
        this.channel = row.channel() == null ? null : Names.fold(row.channel());
        row.suppresses().forEach(name -> suppresses.add(Names.fold(name)));
    }

    /** Whether it suppresses anything. */
    boolean isSuppressing() {
        return !suppresses.isEmpty();
    }

    boolean suppresses(PlaybookRivals other) {
        return isSuppressing()
                && !playbook.equals(other.playbook)
                && (suppresses.contains(other.playbook)
                        || (other.channel != null && suppresses.contains(other.channel)));
    }
}
