package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import java.nio.file.Path;

/** A new process that compiles one model from a folder and says how long that took, in nanoseconds: from bytes in memory to ready. */
final class ColdStart {

    private ColdStart() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ModelFiles files = ModelFolder.read(folder, folder);
        long start = System.nanoTime();
        Compilation compilation = ModelCompiler.compile(files, "benchmark");
        long took = System.nanoTime() - start;
        if (!(compilation instanceof Compilation.Accepted)) {
            throw new IllegalStateException(compilation.issues().toString());
        }
        System.out.println(took);
    }
}
