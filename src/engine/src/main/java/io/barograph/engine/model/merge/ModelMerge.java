package io.barograph.engine.model.merge;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.model.merge.MergeConflict.Kind;
import io.barograph.engine.model.merge.Resolution.Take;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what two people made of one model. Rows are told apart as {@link ModelDiff} does, so a cell is the cell of a row
 * and a column wherever it stands. What one side changed is taken; what both changed alike is taken once; what both changed
 * differently is a conflict. The merged workbook is the one of a side with the other's changes written into it, so that comments,
 * colours and widths stay. Whether the outcome makes sense is for the check to say.
 */
public final class ModelMerge {

    /** A file of the merged model; the bytes are made when all conflicts are settled. */
    private record Planned(String name, Supplier<byte[]> bytes) {}

    private final SideModel base;
    private final SideModel theirs;
    private final SideModel mine;
    private final Conflicts conflicts;

    private ModelMerge(SideModel base, SideModel theirs, SideModel mine, Conflicts conflicts) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
        this.conflicts = conflicts;
    }

    /** @param resolutions for conflicts of the same three models */
    public static Merging of(ModelFiles base, ModelFiles theirs, ModelFiles mine, List<Resolution> resolutions) {
        List<String> faults = new ArrayList<>();
        SideModel old = SideModel.read(Source.BASE, base, faults);
        SideModel one = SideModel.read(Source.THEIRS, theirs, faults);
        SideModel other = SideModel.read(Source.MINE, mine, faults);
        if (!faults.isEmpty()) {
            return new Merging.Refused(faults);
        }
        return new ModelMerge(old, one, other, new Conflicts(resolutions)).merge();
    }

    private Merging merge() {
        List<Planned> workbooks = workbooks();
        Planned contract = contract();
        List<Planned> rules = rules();
        List<String> faults = conflicts.faults();
        if (!faults.isEmpty()) {
            return new Merging.Refused(faults);
        }
        if (!conflicts.allSettled()) {
            return new Merging.Conflicting(conflicts.open());
        }
        return new Merging.Merged(new ModelFiles(
                theirs.files().name(),
                made(workbooks),
                contract == null
                        ? null
                        : new ModelFile(contract.name(), contract.bytes().get()),
                made(rules)));
    }

    private static List<ModelFile> made(List<Planned> files) {
        return files.stream()
                .map(file -> new ModelFile(file.name(), file.bytes().get()))
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
    }

    private List<Planned> workbooks() {
        TreeSet<String> names = new TreeSet<>(theirs.books().keySet());
        names.addAll(mine.books().keySet());
        names.addAll(base.books().keySet());
        List<Planned> planned = new ArrayList<>();
        for (String name : names) {
            SideBook old = base.books().get(name);
            SideBook one = theirs.books().get(name);
            SideBook other = mine.books().get(name);
            Planned merged = one != null && other != null
                    ? both(old, one, other)
                    : single(
                            old == null ? null : old.file(),
                            one == null ? null : one.file(),
                            other == null ? null : other.file(),
                            old != null && (one == null || says(one, old)) && (other == null || says(other, old)));
            if (merged != null) {
                planned.add(merged);
            }
        }
        return planned;
    }

    private Planned both(@Nullable SideBook old, SideBook one, SideBook other) {
        if (says(one, other) || (old != null && says(other, old))) {
            return planned(one.file());
        }
        if (old != null && says(one, old)) {
            return planned(other.file());
        }
        WorkbookMerge merge = new WorkbookMerge(old, one, other, conflicts);
        return new Planned(one.file().name(), merge.plan());
    }

    /** Whether every cell of two workbooks is the same; how they look does not count. */
    private static boolean says(SideBook first, SideBook second) {
        return Arrays.equals(first.file().bytes(), second.file().bytes())
                || first.workbook().equals(second.workbook());
    }

    /**
     * A file that a side does not have: added by the other, or removed.
     *
     * @param unchanged whether the side that has it left it as it was
     */
    private @Nullable Planned single(
            @Nullable ModelFile old, @Nullable ModelFile one, @Nullable ModelFile other, boolean unchanged) {
        ModelFile left = one == null ? other : one;
        if (left == null || (old != null && unchanged)) {
            return null;
        }
        if (old == null) {
            return planned(left);
        }
        Resolution resolution = conflicts.settle(ofFile(
                Kind.FILE_REMOVED_AND_CHANGED,
                left.name(),
                "there",
                one == null ? null : "changed",
                other == null ? null : "changed",
                (one == null ? "theirs removed the file, mine" : "mine removed the file, theirs") + " changed it"));
        boolean keeps = resolution == null || (resolution.take() == Take.THEIRS) == (one != null);
        return keeps ? planned(left) : null;
    }

    private @Nullable Planned contract() {
        return whole(
                base.files().contract(), theirs.files().contract(), mine.files().contract());
    }

    private List<Planned> rules() {
        Map<String, ModelFile> old = byName(base.files().ruleFiles());
        Map<String, ModelFile> one = byName(theirs.files().ruleFiles());
        Map<String, ModelFile> other = byName(mine.files().ruleFiles());
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        List<Planned> planned = new ArrayList<>();
        for (String name : names) {
            Planned merged = whole(old.get(name), one.get(name), other.get(name));
            if (merged != null) {
                planned.add(merged);
            }
        }
        return planned;
    }

    /** A file that is merged as a whole or not at all. */
    private @Nullable Planned whole(@Nullable ModelFile old, @Nullable ModelFile one, @Nullable ModelFile other) {
        if (one == null || other == null) {
            return single(old, one, other, same(old, one == null ? other : one));
        }
        if (same(one, other) || same(other, old)) {
            return planned(one);
        }
        if (same(one, old)) {
            return planned(other);
        }
        Resolution resolution = conflicts.settle(ofFile(
                Kind.FILE_CHANGED_TWICE,
                one.name(),
                old == null ? null : "there",
                "changed" + what(theirs),
                "changed" + what(mine),
                "both changed the file, and files of this kind are not merged line by line"));
        return planned(resolution != null && resolution.take() == Take.MINE ? other : one);
    }

    /** Which fields of the contract a side changed. */
    private String what(SideModel side) {
        List<String> fields = ModelDiff.between(base.files(), side.files()).changes().stream()
                .filter(change -> change.file().equals(ModelFolder.CONTRACT) && change.row() != null)
                .map(ModelChange::row)
                .map(String::valueOf)
                .distinct()
                .toList();
        return fields.isEmpty() ? "" : ": " + String.join(", ", fields);
    }

    private static MergeConflict ofFile(
            Kind kind,
            String file,
            @Nullable String base,
            @Nullable String theirs,
            @Nullable String mine,
            String message) {
        return new MergeConflict(
                file, kind, file, null, null, null, null, null, null, base, theirs, mine, message, kind.remedy());
    }

    private static Map<String, ModelFile> byName(List<ModelFile> files) {
        Map<String, ModelFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        return byName;
    }

    private static boolean same(@Nullable ModelFile first, @Nullable ModelFile second) {
        return first != null && second != null && Arrays.equals(first.bytes(), second.bytes());
    }

    private static Planned planned(ModelFile file) {
        return new Planned(file.name(), file::bytes);
    }
}
