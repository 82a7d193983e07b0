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
                "| rows | bytes of workbooks | started | ms from bytes to ready in a new process: least | median | most |");
        System.out.println("| ---: | ---: | --- | ---: | ---: | ---: |");
        Path archives = Files.createTempDirectory("barograph-benchmark");
        ShippedStart shipped = ShippedStart.in(archives);
        boolean archived = false;
        for (int rows : ROWS) {
            ModelFiles files = LargeModel.draw(CompileBenchmark.SEED, rows, 1);
            Path folder = Files.createTempDirectory("barograph-benchmark").resolve("large");
            write(files, folder);
            if (!archived) {
                process(folder, shipped.classPath(), shipped.making());
                archived = true;
            }
            long bytes = files.workbooks().stream()
                    .mapToLong(file -> file.bytes().length)
                    .sum();
            List<Long> plain = new ArrayList<>();
            List<Long> asShipped = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                plain.add(process(folder, System.getProperty("java.class.path"), List.of()));
                asShipped.add(process(folder, shipped.classPath(), shipped.using()));
            }
            delete(folder);
            print(rows, bytes, "plainly", plain);
            print(rows, bytes, "as `./barograph` does", asShipped);
        }
        try (var made = Files.list(archives)) {
            for (Path file : made.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(archives);
        System.out.println();
    }

    private static void print(int rows, long bytes, String started, List<Long> took) {
        Collections.sort(took);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d | %s | %.0f | %.0f | %.0f |%n",
                rows,
                bytes,
                started,
                took.get(0) / 1e6,
                took.get(PROCESSES / 2) / 1e6,
                took.get(PROCESSES - 1) / 1e6);
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

    private static long process(Path folder, String classPath, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, ColdStart.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the process that compiles `" + folder + "` failed");
        }
        return Long.parseLong(answer);
    }
}
