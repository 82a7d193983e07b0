package io.barograph.cli;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.Release;
import io.barograph.engine.governance.ReleaseFolder;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A model's folder, the releases of its project, and the keys that may sign them. */
final class ReleasePlace {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Folder with the model's workbooks (default: decision-tables/customer-health).")
    private @Nullable Path folder;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Public keys that may sign releases (default: governance/releases/keys.txt of the project).")
    private @Nullable Path keys;

    Path model(Console console) {
        return ModelOption.existing(folder, console, spec);
    }

    GovernanceFolder governance(Console console) {
        return new GovernanceFolder(ModelFolder.project(model(console), console.home()));
    }

    List<VerifierKey> keys(Console console, Issues issues) throws IOException {
        GovernanceFolder governance = governance(console);
        Path file = keys == null ? governance.keys() : console.resolve(keys);
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are no public keys in `" + console.shown(file)
                            + "`; write a line there that `barograph release keygen` prints, or name another file with --keys");
        }
        return ReleaseFolder.keys(governance, file, issues);
    }

    List<Release> releases(Console console, List<VerifierKey> known, Issues issues) throws IOException {
        return ReleaseFolder.read(
                governance(console), model(console).getFileName().toString(), known, issues);
    }
}
