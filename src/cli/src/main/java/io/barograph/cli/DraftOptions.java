package io.barograph.cli;

import io.barograph.engine.authoring.Draft;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.exchange.DiffJson;
import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model that is added to: checked first, then written all at once, and told in business terms. */
final class DraftOptions {

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--dry-run", description = "Tell what would change and write nothing.")
    private boolean dryRun;

    /** Makes the draft of the model, checks it and writes what changed. */
    int apply(Console console, Function<ModelFiles, Draft> change) throws IOException {
        Path folder = model.folder(console);
        ModelFiles before = ModelFolder.read(folder, console.home());
        Draft draft = change.apply(before);
        if (draft instanceof Draft.Made made) {
            return isSound(made.files(), console) ? write(folder, before, made.files(), console) : Faults.PROBLEMS;
        }
        console.complain(((Draft.Refused) draft).reason());
        return Faults.PROBLEMS;
    }

    private static boolean isSound(ModelFiles files, Console console) throws IOException {
        Compilation compilation = ModelCompiler.compile(files, ModelOption.VERSION);
        if (compilation instanceof Compilation.Accepted accepted) {
            accepted.decider().close();
            return true;
        }
        List<Issue> errors =
                compilation.issues().stream().filter(Issue::isError).toList();
        console.err().print(console.look().written(IssueRenderer.render(errors, false)));
        console.complain("nothing was written: the model would have these errors");
        return false;
    }

    private int write(Path folder, ModelFiles before, ModelFiles after, Console console) throws IOException {
        Map<Path, byte[]> changed = new LinkedHashMap<>();
        for (ModelFile file : after.workbooks()) {
            if (before.workbooks().stream().noneMatch(old -> same(old, file))) {
                changed.put(folder.resolve(file.name()), file.bytes());
            }
        }
        Path contractFile = ModelFolder.contractFile(folder, console.home());
        ModelFile contract = after.contract();
        if (contract != null && contractFile != null && !same(before.contract(), contract)) {
            changed.put(contractFile, contract.bytes());
        }
        if (!dryRun) {
            FileSet.replace(changed);
        }
        tell(ModelDiff.between(before, after), changed, console);
        return 0;
    }

    private void tell(ModelDiff diff, Map<Path, byte[]> changed, Console console) throws IOException {
        if (format.isJson()) {
            console.out().write(DiffJson.line(diff));
            console.out().flush();
            return;
        }
        StringBuilder text = new StringBuilder(DiffText.of(diff, console.look()));
        if (dryRun) {
            text.append("nothing was written\n");
        } else {
            changed.keySet()
                    .forEach(file ->
                            text.append("wrote ").append(console.shown(file)).append('\n'));
        }
        console.print(text.toString());
    }

    private static boolean same(@Nullable ModelFile one, ModelFile other) {
        return one != null && one.name().equals(other.name()) && Arrays.equals(one.bytes(), other.bytes());
    }
}
