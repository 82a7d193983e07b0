package io.barograph.service.governance;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.governance.Right;
import io.barograph.engine.governance.State;
import io.barograph.engine.governance.Step;
import io.barograph.engine.governance.VersionLife;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.workbook.WorkbookLimits;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes drafts of uploads: workbooks that replace those of the active model, and its contract. Rule files are never taken. */
@Component
class Drafts {

    private static final int LONGEST_REASON = 2_000;

    /** A name of one file, that opens nowhere else than where it is put. */
    private static final Pattern PLAIN = Pattern.compile("(?!\\.|~\\$)[^/\\\\:\\p{Cntrl}]{1,250}");

    /** An upload that was read and checked. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Checked(ModelFiles files, String digest, byte[] check, Set<String> edits, Set<String> segments) {}

    /**
     * How a draft came to be.
     *
     * @param event as it stands in the history and in the log
     * @param authors besides whoever makes it, and whoever made its edits before
     * @param details that the log gets besides
     */
    record Origin(String event, Set<String> authors, Map<String, @Nullable Object> details) {}

    private final ActiveModel active;
    private final VersionLookup lookup;
    private final Versions versions;
    private final Checking checking;
    private final Governing governing;
    private final Policies policies;
    private final UploadProperties limits;

    Drafts(
            ActiveModel active,
            VersionLookup lookup,
            Versions versions,
            Checking checking,
            Governing governing,
            Policies policies,
            UploadProperties limits) {
        this.active = active;
        this.lookup = lookup;
        this.versions = versions;
        this.checking = checking;
        this.governing = governing;
        this.policies = policies;
        this.limits = limits;
    }

    /**
     * @param uploaded files by name as they were sent
     * @param whole whether workbooks that were not sent are gone; otherwise they stay as they are in the base
     * @param base a version's number or digest, or {@code active}: what the files were made from
     */
    GovernedVersion upload(List<ModelFile> uploaded, boolean whole, String base, String why, Principal by) {
        requireReason(why);
        requirePlain(uploaded);
        DraftBase made = base(base);
        return keep(
                made,
                files(made.files(), uploaded, whole),
                new Origin(VersionLife.UPLOADED, Set.of(), Map.of()),
                why,
                by);
    }

    /** @throws Problem when nobody says why, or at too great length */
    static void requireReason(String why) {
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw refused("`why` must say in 1 to " + LONGEST_REASON + " characters what is changed and why");
        }
    }

    /** A model to make drafts from: the active one as it is loaded, another one from its files. */
    DraftBase base(String name) {
        Generation now = active.now();
        DraftBase loaded = new DraftBase(now.version().digest(), now.files(), now.model());
        if (name.equals(VersionLookup.ACTIVE) || name.equals(loaded.digest())) {
            return loaded;
        }
        VersionDocument version = lookup.document(name);
        if (version.digest().equals(loaded.digest())) {
            return loaded;
        }
        if (version.number() != null && !versions.everActive(version.digest())) {
            throw refused(
                    "version " + version.number() + " never was active, so nothing is made from it; name the version"
                            + " that was active when the workbooks were taken, or merge with `POST /api/v1/models/{v}/merge`");
        }
        ModelFiles files = lookup.files(name);
        return checking.run(() -> ModelParser.parse(files) instanceof Parsing.Accepted accepted
                ? new DraftBase(version.digest(), files, accepted.model())
                : refuseBase(name));
    }

    private static DraftBase refuseBase(String name) {
        throw refused(
                "the base `" + name + "` cannot be read any more, so nothing can be compared with it; upload against"
                        + " the active model");
    }

    /** Checks what is to become a draft, and keeps it. */
    GovernedVersion keep(DraftBase base, ModelFiles files, Origin origin, String why, Principal by) {
        Checked checked = checking.run(() -> check(base, files));
        policies.rights(base.files().name())
                .refusal(Right.AUTHOR, Actors.of(by), checked.segments())
                .ifPresent(reason -> {
                    throw new Problem(ProblemType.FORBIDDEN, reason);
                });
        return governing.add(
                checked.files(),
                checked.check(),
                checked.edits(),
                base.digest(),
                origin,
                by,
                (number, authors, at) -> VersionLife.draft(
                        number,
                        checked.digest(),
                        authors,
                        checked.segments(),
                        new Step(origin.event(), State.DRAFT, by.id(), by.person(), at, why)));
    }

    private Checked check(DraftBase base, ModelFiles files) {
        Compilation compilation = ModelCompiler.compile(files, "draft");
        @Nullable Model after = null;
        if (compilation instanceof Compilation.Accepted accepted) {
            after = accepted.model();
            accepted.decider().close();
        }
        String digest = compilation.digest();
        if (digest == null) {
            throw refused("a file cannot be read: "
                    + compilation.issues().stream()
                            .filter(Issue::isError)
                            .limit(3)
                            .map(issue -> issue.cell() + ": " + issue.message())
                            .collect(Collectors.joining("; ")));
        }
        if (digest.equals(base.digest())) {
            throw refused("nothing differs from the "
                    + (digest.equals(active.now().version().digest()) ? "active model" : "model it was made from")
                    + ", so there is nothing to decide about");
        }
        ModelDiff diff = ModelDiff.between(base.files(), files);
        return new Checked(
                files,
                digest,
                CheckDocument.of(files.name(), compilation),
                Edits.hashes(diff),
                Edits.segments(diff, base.model(), after));
    }

    private void requirePlain(List<ModelFile> uploaded) {
        if (uploaded.isEmpty()) {
            throw refused("there is no file in the upload; send workbooks as parts named `workbooks`");
        }
        if (uploaded.size() > limits.files()) {
            throw refused("the upload has " + uploaded.size() + " files; at most " + limits.files() + " are taken");
        }
        Set<String> seen = new TreeSet<>();
        for (ModelFile file : uploaded) {
            String name = file.name();
            String lower = name.toLowerCase(Locale.ROOT);
            if (!PLAIN.matcher(name).matches()) {
                throw refused("`" + name.replaceAll("\\p{Cntrl}", "?") + "` is no plain file name");
            }
            if (!lower.endsWith(".xlsx") && !name.equals(ModelFolder.CONTRACT)) {
                throw refused("`" + name + "` is neither a workbook (`.xlsx`) nor `" + ModelFolder.CONTRACT
                        + "`; rule files are code and come only with an installation");
            }
            if (!seen.add(lower)) {
                throw refused("`" + name + "` is in the upload twice");
            }
            if (file.bytes().length > WorkbookLimits.FILE_BYTES) {
                throw refused("`" + name + "` has more than " + WorkbookLimits.FILE_BYTES + " bytes");
            }
        }
    }

    private static ModelFiles files(ModelFiles base, List<ModelFile> uploaded, boolean whole) {
        Map<String, ModelFile> workbooks = new TreeMap<>();
        if (!whole) {
            base.workbooks().forEach(file -> workbooks.put(file.name().toLowerCase(Locale.ROOT), file));
        }
        ModelFile contract = base.contract();
        for (ModelFile file : uploaded) {
            if (file.name().equals(ModelFolder.CONTRACT)) {
                contract = file;
            } else {
                workbooks.put(file.name().toLowerCase(Locale.ROOT), file);
            }
        }
        List<ModelFile> sorted = new ArrayList<>(workbooks.values());
        sorted.sort(Comparator.comparing(ModelFile::name));
        return new ModelFiles(base.name(), sorted, contract, base.ruleFiles());
    }

    static Problem refused(String why) {
        return new Problem(ProblemType.DRAFT_REFUSED, why);
    }
}
