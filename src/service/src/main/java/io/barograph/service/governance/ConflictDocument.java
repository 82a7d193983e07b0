package io.barograph.service.governance;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.merge.MergeConflict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that both versions change, each in its own way.
 *
 * @param conflict names it in a resolution
 * @param kind for example {@code cell-changed-twice}
 * @param row Rule ID, or what the row is about; null when no single row is concerned
 * @param cellTheirs for example {@code enterprise.xlsx!Weights!C4}; null when it is not there
 * @param base what was there before either changed it; null when nothing was
 * @param theirsBy authors of the other version
 * @param mineBy authors of this version
 */
record ConflictDocument(
        String conflict,
        String kind,
        String file,
        @Nullable String sheet,
        @Nullable String row,
        @Nullable String words,
        @Nullable String column,
        @Nullable String cellTheirs,
        @Nullable String cellMine,
        @Nullable String base,
        @Nullable String theirs,
        List<String> theirsBy,
        @Nullable String mine,
        List<String> mineBy,
        String message,
        String remedy) {

    static ConflictDocument of(MergeConflict conflict, Set<String> theirsBy, Set<String> mineBy) {
        return new ConflictDocument(
                conflict.id(),
                conflict.kind().label(),
                conflict.file(),
                conflict.sheet(),
                conflict.row(),
                conflict.words(),
                conflict.column(),
                shown(conflict.cellTheirs()),
                shown(conflict.cellMine()),
                conflict.base(),
                conflict.theirs(),
                List.copyOf(theirsBy),
                conflict.mine(),
                List.copyOf(mineBy),
                conflict.message(),
                conflict.remedy());
    }

    private static @Nullable String shown(@Nullable CellAddress cell) {
        return cell == null ? null : cell.toString();
    }
}
