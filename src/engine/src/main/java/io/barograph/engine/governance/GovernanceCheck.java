package io.barograph.engine.governance;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything below {@code governance/} together: that each file can be read, and that they say the same of the models and their
 * releases.
 */
public final class GovernanceCheck {

    private final GovernanceFolder governance;
    private final Issues issues = new Issues();
    private final Map<Path, Set<String>> rights = new LinkedHashMap<>();
    private final List<Model> models = new ArrayList<>();
    private final Map<String, ModelFiles> files = new LinkedHashMap<>();
    private final List<Release> releases = new ArrayList<>();

    private GovernanceCheck(GovernanceFolder governance) {
        this.governance = governance;
    }

    /**
     * What was found.
     *
     * @param issues by file and line, files named from the project
     * @param calendar null when it could not be read
     * @param models names of the models looked at
     * @param releases by model and number
     */
    public record Found(
            List<Issue> issues, @Nullable ReviewCalendar calendar, List<String> models, List<Release> releases) {

        public Found {
            issues = List.copyOf(issues);
            models = List.copyOf(models);
            releases = List.copyOf(releases);
        }

        public boolean isSound() {
            return issues.stream().noneMatch(Issue::isError);
        }
    }

    /**
     * @param keys file with the public keys that may sign releases
     * @throws IOException when a file that is there cannot be read
     */
    public static Found check(GovernanceFolder governance, Path keys) throws IOException {
        GovernanceCheck check = new GovernanceCheck(governance);
        for (Path folder : governance.models()) {
            check.model(folder);
        }
        check.decisionRights();
        check.releases(keys);
        ReviewCalendar calendar = check.calendar();
        check.changeLog();
        check.modelCards();
        return new Found(check.issues.sorted(), calendar, List.copyOf(check.files.keySet()), check.releases);
    }

    private void model(Path folder) throws IOException {
        ModelFiles read = ModelFolder.read(folder, governance.project());
        files.put(read.name(), read);
        if (!(ModelParser.parse(read) instanceof Parsing.Accepted sound)) {
            error(
                    folder,
                    "the model has errors, so its governance cannot be judged; see `barograph check "
                            + governance.named(folder) + "`");
            return;
        }
        models.add(sound.model());
        Path limits = governance.file(read.name(), GovernanceFolder.GUARDRAILS);
        byte[] yaml = required(limits, "no version of `" + read.name() + "` can be submitted without it");
        if (yaml != null) {
            GuardrailPolicyReader.read(
                    governance.named(limits), yaml, sound.model().contract(), issues);
        }
        Set<String> segments =
                rights.computeIfAbsent(governance.file(read.name(), GovernanceFolder.RIGHTS), any -> new TreeSet<>());
        sound.model().segmentModels().stream().map(SegmentModel::segment).forEach(segments::add);
    }

    /** A segment mistyped has no rights of its own, and nobody notices. */
    private void decisionRights() throws IOException {
        for (Map.Entry<Path, Set<String>> file : rights.entrySet()) {
            byte[] yaml = required(file.getKey(), "nobody may change a model without it");
            DecisionRights read =
                    yaml == null ? null : DecisionRightsReader.read(governance.named(file.getKey()), yaml, issues);
            if (read == null) {
                continue;
            }
            for (String segment : read.segments().keySet()) {
                if (file.getValue().stream().noneMatch(known -> Names.same(known, segment))) {
                    error(
                            file.getKey(),
                            "segment `" + segment + "` is in no model; "
                                    + Names.closest(segment, file.getValue())
                                            .map(close -> "did you mean `" + close + "`?")
                                            .orElse("there are `" + String.join("`, `", file.getValue()) + "`"));
                }
            }
        }
    }

    private void releases(Path keyFile) throws IOException {
        List<VerifierKey> keys = ReleaseFolder.keys(governance, keyFile, issues);
        for (String model : governance.released()) {
            List<Release> found = ReleaseFolder.read(governance, model, keys, issues);
            releases.addAll(found);
            ModelFiles now = files.get(model);
            if (now == null) {
                error(
                        governance.releases().resolve(model),
                        "there is no model `" + model + "` in `decision-tables/`; restore it, or remove its releases");
            }
            for (Release release : found) {
                if (!release.isSigned()) {
                    issues.error(
                            IssueCode.BAD_POLICY,
                            CellAddress.ofFile(release.file()),
                            "release " + release.manifest().release()
                                    + " is not signed; sign it with `barograph release sign`");
                }
            }
        }
        for (Model model : models) {
            List<Release> own = releases.stream()
                    .filter(release -> release.manifest().model().equals(model.name()))
                    .toList();
            ModelFiles now = files.get(model.name());
            if (!own.isEmpty()
                    && now != null
                    && ReleaseFolder.of(own, now, model.digest()).isEmpty()) {
                issues.notice(
                        IssueCode.BAD_POLICY,
                        CellAddress.ofFile(
                                governance.named(governance.releases().resolve(model.name()))),
                        "the model as it is now was never released; when it is to go live, release it as version "
                                + (own.get(own.size() - 1).manifest().release() + 1)
                                + " with `barograph release sign`");
            }
        }
    }

    private @Nullable ReviewCalendar calendar() throws IOException {
        if (releases.isEmpty()) {
            return null;
        }
        Path file = governance.root().resolve(GovernanceFolder.CALENDAR);
        byte[] yaml = required(file, "released models must be reviewed");
        ReviewCalendar calendar = yaml == null ? null : ReviewCalendarReader.read(governance.named(file), yaml, issues);
        if (calendar == null) {
            return null;
        }
        for (String model : released()) {
            if (calendar.reviews().stream().noneMatch(review -> review.model().equals(model))) {
                error(file, "no review is about `" + model + "`, which was released; add one");
            }
        }
        for (ReviewCalendar.Review review : calendar.reviews()) {
            if (!files.containsKey(review.model())) {
                error(
                        file,
                        "review `" + review.name() + "` is about `" + review.model() + "`, but there is no such model; "
                                + Names.closest(review.model(), files.keySet())
                                        .map(close -> "did you mean `" + close + "`?")
                                        .orElse("there are `" + String.join("`, `", files.keySet()) + "`"));
            }
        }
        for (ReviewCalendar.Held held : calendar.held()) {
            Path record = governance.project().resolve(held.record()).normalize();
            if (!record.startsWith(governance.project()) || !Files.isRegularFile(record)) {
                error(
                        file,
                        "the record of review `" + held.review() + "` of " + held.period() + ", `" + held.record()
                                + "`, is not there; write down what came of it");
            }
        }
        return calendar;
    }

    private void changeLog() throws IOException {
        if (releases.isEmpty()) {
            return;
        }
        Path file = governance.root().resolve(GovernanceFolder.CHANGE_LOG);
        byte[] markdown = required(file, "it must tell what changed in each released version");
        if (markdown == null) {
            return;
        }
        ChangeLog log = ChangeLog.read(governance.named(file), markdown, issues);
        for (Release release : releases) {
            ReleaseManifest manifest = release.manifest();
            ChangeLog.Entry entry = log.of(manifest.model(), manifest.release()).orElse(null);
            if (entry == null) {
                error(
                        file,
                        "release " + manifest.release() + " of `" + manifest.model() + "` has no entry; add `## "
                                + manifest.model() + " " + manifest.release()
                                + ", <date>` and say what, why, who and on what"
                                + " evidence");
            } else if (!entry.text().contains(manifest.digest())) {
                issues.error(
                        IssueCode.BAD_POLICY,
                        CellAddress.ofLine(governance.named(file), entry.line()),
                        "the entry does not name the model that was released, `" + manifest.digest()
                                + "`; write its digest under `Evidence`");
            }
        }
        for (ChangeLog.Entry entry : log.entries()) {
            if (releases.stream()
                    .noneMatch(release -> release.manifest().model().equals(entry.model())
                            && release.manifest().release() == entry.release())) {
                issues.error(
                        IssueCode.BAD_POLICY,
                        CellAddress.ofLine(governance.named(file), entry.line()),
                        "version " + entry.release() + " of `" + entry.model()
                                + "` has no sound manifest in `governance/releases/`; release it, or remove the entry");
            }
        }
    }

    private void modelCards() throws IOException {
        for (String model : released()) {
            Path file = governance.file(model, GovernanceFolder.MODEL_CARD);
            byte[] markdown = required(file, "it must tell what `" + model + "` is for and where it fails");
            if (markdown != null) {
                List<Release> own = releases.stream()
                        .filter(release -> release.manifest().model().equals(model))
                        .toList();
                ModelCard.check(governance.named(file), markdown, model, own, issues);
            }
        }
    }

    private Set<String> released() {
        Set<String> released = new TreeSet<>();
        releases.forEach(release -> released.add(release.manifest().model()));
        return released;
    }

    /** Null, after reporting it, when the file is not there. */
    private byte @Nullable [] required(Path file, String why) throws IOException {
        if (Files.isRegularFile(file)) {
            return Files.readAllBytes(file);
        }
        issues.error(
                IssueCode.MISSING_FILE,
                CellAddress.ofFile(governance.named(file)),
                "there is no such file; " + why + ", so write it");
        return null;
    }

    private void error(Path file, String message) {
        issues.error(IssueCode.BAD_POLICY, CellAddress.ofFile(governance.named(file)), message);
    }
}
