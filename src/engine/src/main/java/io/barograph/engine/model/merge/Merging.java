package io.barograph.engine.model.merge;

import io.barograph.engine.model.ModelFiles;
import java.util.List;

/** What came of merging. */
public sealed interface Merging {

    /** @param files the merged model under the name of theirs; nobody checked it yet */
    record Merged(ModelFiles files) implements Merging {}

    /** @param conflicts what is to be settled first, by file, sheet and place; at least one */
    record Conflicting(List<MergeConflict> conflicts) implements Merging {
        public Conflicting {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** @param reasons what keeps it from being tried: files that cannot be read, resolutions that fit nothing; one line each */
    record Refused(List<String> reasons) implements Merging {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
