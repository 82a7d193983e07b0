package io.barograph.cli;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.governance.DecisionRights;
import io.barograph.engine.governance.DecisionRightsReader;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.Release;
import io.barograph.engine.governance.ReleaseFolder;
import io.barograph.engine.governance.ReleaseManifest;
import io.barograph.engine.governance.ReleaseSignature;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the manifest of a release and signs it. */
@Command(
        name = "sign",
        description = {
            "Release the model in a folder: write its manifest to governance/releases/<model>/<release>.yaml and sign it. The"
                    + " model must be sound, and as many people approve as decision rights ask for.",
            "A manifest that is there already is signed as it is, when it is of exactly this model."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReleaseSignCommand implements Callable<Integer> {

    private static final long LARGEST_KEY = 100_000;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReleasePlace place = new ReleasePlace();

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "Private key that signs, as `release keygen` makes it; more than one sign together.")
    private List<Path> keyFiles = new ArrayList<>();

    @Option(
            names = "--release",
            paramLabel = "N",
            description = "Number of the version (default: the one after the last).")
    private @Nullable Integer number;

    @Option(names = "--author", paramLabel = "PERSON", description = "Who made it; once for each.")
    private List<String> authors = new ArrayList<>();

    @Option(names = "--approved-by", paramLabel = "PERSON", description = "Who approved it; once for each, no author.")
    private List<String> approvers = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "KIND=FILE",
            description = "A document it was approved on, such as gate=gate.md; its SHA-256 goes into the manifest.")
    private Map<String, Path> evidence = new LinkedHashMap<>();

    ReleaseSignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Issues issues = new Issues();
        List<VerifierKey> known = place.keys(console, issues);
        List<SigningKey> keys = signing(known);
        List<Release> releases = place.releases(console, known, issues);
        Path folder = place.model(console);
        Compilation.Accepted model = SoundModel.load(folder, console).orElse(null);
        if (model == null) {
            return Faults.PROBLEMS;
        }
        model.decider().close();
        ModelFiles files = ModelFolder.read(folder, console.home());
        int last = releases.isEmpty()
                ? 0
                : releases.get(releases.size() - 1).manifest().release();
        int release = number == null ? last + 1 : number;
        if (release < 1) {
            throw usage("`--release` must be 1 or more, but is " + release);
        }
        GovernanceFolder governance = place.governance(console);
        Path target = ReleaseFolder.manifest(governance, files.name(), release);
        byte[] yaml = Files.exists(target)
                ? existing(target, files, model.model(), release)
                : made(governance, files, model.model(), release, last);
        if (yaml == null) {
            return Faults.PROBLEMS;
        }
        ReleaseManifest manifest = read(governance.named(target), yaml);
        Files.createDirectories(target.getParent());
        Map<Path, byte[]> written = new LinkedHashMap<>();
        written.put(target, yaml);
        written.put(
                ReleaseFolder.signature(target),
                ReleaseSignature.sign(manifest, yaml, keys).getBytes(StandardCharsets.UTF_8));
        FileSet.replace(written);
        return verified(known, files, model.model(), release);
    }

    /** Keys that are not known would make releases that are refused. */
    private List<SigningKey> signing(List<VerifierKey> known) throws IOException {
        List<SigningKey> keys = new ArrayList<>();
        for (Path given : keyFiles) {
            Path file = console.resolve(given);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_KEY) {
                throw usage("`--key` " + given
                        + ": there is no such file, or it is no key; make one with `barograph release keygen`");
            }
            String pem = Files.readString(file, StandardCharsets.UTF_8);
            SigningKey key = null;
            for (VerifierKey verifier : known) {
                SigningKey candidate = named(verifier.name(), pem, given);
                key = candidate.verifierKey().equals(verifier) ? candidate : key;
            }
            if (key == null) {
                throw usage("`--key` " + given
                        + ": its public key is not among the known ones, so nobody would take what it"
                        + " signs; add the line to them that `barograph release keygen` printed, or `"
                        + named("releases", pem, given).verifierKey() + "`");
            }
            keys.add(key);
        }
        return keys;
    }

    private SigningKey named(String name, String pem, Path file) {
        try {
            return SigningKey.ofPem(name, pem);
        } catch (IllegalArgumentException none) {
            throw usage("`--key` " + file + ": " + none.getMessage());
        }
    }

    private byte @Nullable [] existing(Path target, ModelFiles files, Model model, int release) throws IOException {
        if (!authors.isEmpty() || !approvers.isEmpty() || !evidence.isEmpty()) {
            throw usage(
                    "release " + release + " has its manifest, `" + console.shown(target)
                            + "`; leave --author, --approved-by and --evidence out to sign it as it is, or take another number");
        }
        byte[] yaml = Files.readAllBytes(target);
        ReleaseManifest manifest = read(console.shown(target), yaml);
        if (manifest.release() == release
                && manifest.model().equals(files.name())
                && manifest.digest().equals(model.digest())
                && manifest.files().equals(ReleaseFolder.hashes(files))) {
            return yaml;
        }
        console.complain("`" + console.shown(target)
                + "` is the manifest of another model than the one in the folder, `" + model.digest()
                + "`; a released version never changes, so release this one under the next number");
        return null;
    }

    private byte @Nullable [] made(GovernanceFolder governance, ModelFiles files, Model model, int release, int last)
            throws IOException {
        if (release <= last) {
            throw usage("`--release` is " + release + ", but release " + last + " is out already; take " + (last + 1));
        }
        if (authors.isEmpty() || approvers.isEmpty()) {
            throw usage("name who made it and who approved it, `--author NAME --approved-by NAME`");
        }
        for (String approver : approvers) {
            if (authors.stream().anyMatch(author -> Names.same(author, approver))) {
                console.complain("`" + approver
                        + "` is an author, and nobody approves their own edit; have it approved by someone else");
                return null;
            }
        }
        String missing = missingApprovals(governance, model);
        if (missing != null) {
            console.complain(missing);
            return null;
        }
        Map<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, Path> document : evidence.entrySet()) {
            digests.put(document.getKey(), Evidence.sha256(Files.readAllBytes(console.resolve(document.getValue()))));
        }
        digests.put("workbooks", ModelPart.digest(files));
        List<String> approvals =
                approvers.stream().map(one -> one + ", " + console.today()).toList();
        return new ReleaseManifest(
                        release, files.name(), model.digest(), ReleaseFolder.hashes(files), authors, approvals, digests)
                .yaml()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Null when there are enough: a manifest is of the whole model, so it needs what its strictest segment asks for. */
    private @Nullable String missingApprovals(GovernanceFolder governance, Model model) throws IOException {
        Path file = governance.file(model.name(), GovernanceFolder.RIGHTS);
        Issues issues = new Issues();
        DecisionRights rights = Files.isRegularFile(file)
                ? DecisionRightsReader.read(governance.named(file), Files.readAllBytes(file), issues)
                : null;
        if (rights == null) {
            console.err().print(IssueRenderer.render(issues.sorted(), false));
            return "`" + console.shown(file) + "` cannot be used, so nobody has a right to release the model; mend it";
        }
        long people = approvers.stream().map(Names::fold).distinct().count();
        for (SegmentModel segment : model.segmentModels()) {
            int asked = rights.of(segment.segment()).approvals();
            if (people < asked) {
                return "decision rights ask for " + asked + " approvals in segment `" + segment.segment() + "`, but "
                        + people + (people == 1 ? " is" : " are") + " named; add `--approved-by` once for each";
            }
        }
        int shared = rights.of(DecisionRights.SHARED).approvals();
        return people < shared ? "decision rights ask for " + shared + " approvals, but " + people + " is named" : null;
    }

    private ReleaseManifest read(String file, byte[] yaml) {
        Issues issues = new Issues();
        ReleaseManifest manifest = ReleaseManifest.read(file, yaml, issues);
        if (manifest == null) {
            throw usage(
                    "`" + file + "` cannot be read: " + issues.sorted().get(0).message());
        }
        return manifest;
    }

    /** What was written is read again, as a service would. */
    private int verified(List<VerifierKey> known, ModelFiles files, Model model, int release) throws IOException {
        Issues issues = new Issues();
        List<Release> releases = place.releases(console, known, issues);
        Release made = ReleaseFolder.of(releases, files, model.digest()).orElse(null);
        if (issues.count() > 0) {
            console.err().print(IssueRenderer.render(issues.sorted(), false));
        }
        if (made == null || !made.isSigned() || made.manifest().release() != release) {
            console.complain("the release was written, but it does not verify; see `barograph release verify`");
            return Faults.PROBLEMS;
        }
        console.print("%s: release %d of %s, signed by %s%n"
                .formatted(
                        made.file(),
                        release,
                        files.name(),
                        String.join(
                                ", ",
                                made.signedBy().stream().map(VerifierKey::name).toList())));
        return issues.hasErrors() ? Faults.PROBLEMS : 0;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
