package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.WorkbookReader;
import io.barograph.testkit.large.LargeModel;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From workbook bytes to a model that decides, warm; and reading alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBenchmark {

    /** Always the same drawing. */
    static final long SEED = 1;

    /** A model's bytes, one segment. */
    @State(Scope.Benchmark)
    public static class Files {

        @Param({"500", "5000", "20000"})
        public int rows = 500;

        ModelFiles files = new ModelFiles("none", java.util.List.of(), null, java.util.List.of());
        ModelFile largest = new ModelFile("none", new byte[0]);

        @Setup(Level.Trial)
        public void draw() {
            files = LargeModel.draw(SEED, rows, 1);
            largest = files.workbooks().stream()
                    .max(Comparator.comparingInt(file -> file.bytes().length))
                    .orElse(largest);
        }
    }

    @Benchmark
    public void compile(Files model, Blackhole hole) {
        Compilation compilation = ModelCompiler.compile(model.files, "benchmark");
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new IllegalStateException(compilation.issues().toString());
        }
        hole.consume(accepted);
        accepted.decider().close();
    }

    @Benchmark
    public void readLargestWorkbook(Files model, Blackhole hole) {
        hole.consume(WorkbookReader.read(model.largest.name(), model.largest.bytes()));
    }
}
