package io.barograph.testkit.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.model.merge.MergeConflict;
import io.barograph.engine.model.merge.Merging;
import io.barograph.engine.model.merge.ModelMerge;
import io.barograph.engine.model.merge.Resolution;
import io.barograph.engine.model.merge.Resolution.Take;
import io.barograph.testkit.random.RandomModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people edit one model at random: what they do to different rows comes together, what they do to one cell is told. */
class ModelMergePropertyTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "../.."));

    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void disjointEditsComeTogetherWhoeverIsFirst(long seed) throws IOException {
        ModelFiles base = model(seed);
        RandomEdits edits = new RandomEdits(seed, base);
        ModelFiles theirs = edits.theirs().appliedTo(base);
        ModelFiles mine = edits.mine().appliedTo(base);

        ModelFiles merged = merged(base, theirs, mine);

        assertSays(merged, edits.mine().appliedTo(theirs));
        assertSays(merged, edits.theirs().appliedTo(mine));
        assertSays(merged(base, mine, theirs), merged);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatOnlyOneSideDidIsTakenAsItIs(long seed) throws IOException {
        ModelFiles base = model(seed);
        ModelFiles changed = new RandomEdits(seed, base).theirs().appliedTo(base);

        assertThat(merged(base, changed, base)).isEqualTo(changed);
        assertThat(merged(base, base, changed).workbooks()).isEqualTo(changed.workbooks());
        assertThat(merged(base, changed, changed)).isEqualTo(changed);
        assertThat(merged(base, base, base)).isEqualTo(base);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void touchingEditsAreAllTold(long seed) throws IOException {
        ModelFiles base = model(seed);
        RandomEdits edits = new RandomEdits(seed, base);
        ModelFiles theirs = edits.touching("theirs").appliedTo(edits.theirs().appliedTo(base));
        ModelFiles mine = edits.touching("mine").appliedTo(edits.mine().appliedTo(base));

        Merging merging = ModelMerge.of(base, theirs, mine, List.of());

        List<MergeConflict> conflicts =
                merging instanceof Merging.Conflicting conflicting ? conflicting.conflicts() : List.of();
        assertThat(conflicts.stream().map(conflict -> conflict.file() + " " + conflict.sheet() + " " + conflict.row()))
                .containsExactlyInAnyOrderElementsOf(edits.touchedRows());
        assertSays(
                settled(base, theirs, mine, conflicts, Take.THEIRS),
                edits.mine().appliedTo(theirs));
        assertSays(
                settled(base, theirs, mine, conflicts, Take.MINE),
                edits.theirs().appliedTo(mine));
    }

    private static ModelFiles settled(
            ModelFiles base, ModelFiles theirs, ModelFiles mine, List<MergeConflict> conflicts, Take take) {
        List<Resolution> resolutions = new ArrayList<>();
        conflicts.forEach(conflict -> resolutions.add(new Resolution(conflict.id(), take, null)));
        return files(ModelMerge.of(base, theirs, mine, resolutions));
    }

    private static ModelFiles model(long seed) throws IOException {
        return seed % 3 == 0
                ? ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT)
                : RandomModels.model(seed).files();
    }

    private static ModelFiles merged(ModelFiles base, ModelFiles theirs, ModelFiles mine) {
        return files(ModelMerge.of(base, theirs, mine, List.of()));
    }

    private static ModelFiles files(Merging merging) {
        assertThat(merging).isInstanceOf(Merging.Merged.class);
        return ((Merging.Merged) merging).files();
    }

    private static void assertSays(ModelFiles merged, ModelFiles expected) {
        ModelDiff diff = ModelDiff.between(expected, merged);
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.unreadable()).isEmpty();
    }
}
