package io.barograph.engine.model.merge;

import io.barograph.engine.model.merge.Resolution.Take;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conflicts found so far, and how they are to be settled. */
final class Conflicts {

    private final Map<String, Resolution> resolutions = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();
    private final List<MergeConflict> open = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Conflicts(List<Resolution> resolutions) {
        for (Resolution resolution : resolutions) {
            if (this.resolutions.putIfAbsent(resolution.conflict(), resolution) != null) {
                faults.add("the conflict `" + resolution.conflict() + "` is settled twice; settle it once");
            }
        }
    }

    /** How a conflict is to be settled; null, and it stays open, when nobody said. */
    @Nullable Resolution settle(MergeConflict found) {
        MergeConflict conflict = found;
        for (int i = 2; !met.add(conflict.id()); i++) {
            conflict = found.called(found.id() + " (" + i + ")");
        }
        Resolution resolution = resolutions.get(conflict.id());
        if (resolution == null) {
            open.add(conflict);
        } else if (resolution.take() == Take.VALUE && !conflict.kind().takesValue()) {
            faults.add("the conflict `" + conflict.id() + "` cannot be settled by a value; "
                    + conflict.kind().remedy());
        }
        return resolution;
    }

    List<MergeConflict> open() {
        return open;
    }

    boolean allSettled() {
        return open.isEmpty();
    }

    /** What is wrong with the resolutions, once all conflicts are met. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        for (String named : resolutions.keySet()) {
            if (!met.contains(named)) {
                all.add("there is no conflict `" + named
                        + "` to settle; merge without resolutions to see those there are");
            }
        }
        return all;
    }
}
