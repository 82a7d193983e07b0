package io.barograph.cli;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.governance.Release;
import io.barograph.engine.governance.ReleaseFolder;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Verifies the releases of a model. */
@Command(
        name = "verify",
        description = {
            "Verify every release of a model: its signature, by a known key, and that the manifest is the one that was signed;"
                    + " and tell which of them the folder of workbooks is.",
            "Exit code 1 when a release is unsigned or not as it was signed, or the folder is no release."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReleaseVerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ReleasePlace place = new ReleasePlace();

    ReleaseVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Issues issues = new Issues();
        List<VerifierKey> keys = place.keys(console, issues);
        List<Release> releases = place.releases(console, keys, issues);
        ModelFiles files = ModelFolder.read(place.model(console), console.home());
        StringBuilder text = new StringBuilder();
        if (issues.count() > 0) {
            text.append(IssueRenderer.render(issues.sorted(), console.colours()))
                    .append('\n');
        }
        for (Release release : releases) {
            text.append("%s: %s%n"
                    .formatted(release.file(), release.isSigned() ? "signed by " + signers(release) : "NOT SIGNED"));
        }
        String digest = ModelParser.parse(files).digest();
        Optional<Release> released = digest == null ? Optional.empty() : ReleaseFolder.of(releases, files, digest);
        text.append(released.map(release -> "%s is release %d%n"
                        .formatted(files.name(), release.manifest().release()))
                .orElseGet(() -> "%s as it is in the folder is no release%n".formatted(files.name())));
        console.print(text.toString());
        boolean sound = issues.count() == 0 && releases.stream().allMatch(Release::isSigned) && released.isPresent();
        return sound ? 0 : Faults.PROBLEMS;
    }

    private static String signers(Release release) {
        return release.signedBy().stream().map(VerifierKey::name).collect(Collectors.joining(", "));
    }
}
