package io.barograph.benchmarks.engine;

import io.barograph.benchmarks.Results;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.testkit.large.LargeModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** From workbook bytes to ready: cold in new processes, warm under JMH. */
public final class CompileRuns {

    private static final int[] ROWS = {500, 5_000, 20_000};
    private static final int PROCESSES = 5;

    private CompileRuns() {}

    /** Cold and warm. */
    public static void run(List<String> arguments) throws Exception {
        cold();
        Results.print(Results.jmh(CompileBenchmark.class, 1, arguments), "rows");
    }

    private static void cold() throws IOException, InterruptedException {
        System.out.println(
                "| rows | bytes of workbooks | ms from bytes to ready in a new process: least | median | most |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: |");
        for (int rows : ROWS) {
            ModelFiles files = LargeModel.draw(CompileBenchmark.SEED, rows, 1);
            Path folder = Files.createTempDirectory("barograph-benchmark").resolve("large");
            write(files, folder);
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                took.add(process(folder));
            }
            delete(folder);
            Collections.sort(took);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %.0f | %.0f | %.0f |%n",
                    rows,
                    files.workbooks().stream()
                            .mapToLong(file -> file.bytes().length)
                            .sum(),
                    took.get(0) / 1e6,
                    took.get(PROCESSES / 2) / 1e6,
                    took.get(PROCESSES - 1) / 1e6);
        }
        System.out.println();
    }

    private static void write(ModelFiles files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ModelFile workbook : files.workbooks()) {
            Files.write(folder.resolve(workbook.name()), workbook.bytes());
        }
        ModelFile contract = Objects.requireNonNull(files.contract());
        Files.write(folder.resolve(contract.name()), contract.bytes());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        Files.delete(Objects.requireNonNull(folder.getParent()));
    }

    private static long process(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the process that compiles `" + folder + "` failed");
        }
        return Long.parseLong(answer);
    }
}
