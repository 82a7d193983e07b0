package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Loads a model that is to decide. */
final class SoundModel {

    private SoundModel() {}

    /** Empty when the model has errors, which stand on {@code err} then; notices are left to {@code check}. */
    static Optional<Compilation.Accepted> load(Path folder, Console console) throws IOException {
        Compilation compilation = ModelCompiler.compile(ModelFolder.read(folder, console.home()), ModelOption.VERSION);
        if (compilation instanceof Compilation.Accepted accepted) {
            return Optional.of(accepted);
        }
        console.err()
                .print(IssueRenderer.render(
                        compilation.issues().stream().filter(Issue::isError).toList(), false));
        console.complain("this model cannot decide before its errors are mended");
        return Optional.empty();
    }
}
