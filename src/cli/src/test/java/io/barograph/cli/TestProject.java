package io.barograph.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A copy of this project, or of parts of it, that may be changed. */
record TestProject(Path root) {

    /** @param parts files and folders, from the project's root */
    static TestProject of(Path root, String... parts) throws IOException {
        for (String part : parts) {
            Path from = Run.ROOT.resolve(part);
            try (Stream<Path> all = Files.walk(from)) {
                for (Path one : all.toList()) {
                    Path target = root.resolve(Run.ROOT.relativize(one).toString());
                    if (Files.isDirectory(one)) {
                        Files.createDirectories(target);
                    } else {
                        Files.createDirectories(target.getParent());
                        Files.copy(one, target);
                    }
                }
            }
        }
        return new TestProject(root);
    }

    Path file(String name) {
        return root.resolve(name);
    }

    void edit(String workbook, String sheet, String cell, double value) throws IOException {
        change(workbook, sheet, table -> {
            CellReference place = new CellReference(cell);
            table.getRow(place.getRow()).getCell(place.getCol()).setCellValue(value);
        });
    }

    interface Change {
        void of(XSSFSheet sheet);
    }

    void change(String workbook, String sheet, Change change) throws IOException {
        Path file = file(workbook);
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
                OutputStream out = Files.newOutputStream(file)) {
            change.of(edited.getSheet(sheet));
            edited.write(out);
        }
    }

    void replace(String name, String from, String to) throws IOException {
        String text = Files.readString(file(name));
        if (!text.contains(from)) {
            throw new IllegalArgumentException(name + " does not say `" + from + "`");
        }
        Files.writeString(file(name), text.replace(from, to));
    }

    /** A script that runs the command with this test's classes, on this project. */
    Path command(Path folder) throws IOException {
        Path script = folder.resolve("barograph-under-test");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 '-Dbarograph.home=%s' -cp '%s' %s \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                root,
                                System.getProperty("java.class.path"),
                                Barograph.class.getName()));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("no permission to make " + script + " executable");
        }
        return script;
    }

    void commit(String message) throws IOException, InterruptedException {
        if (!Files.exists(root.resolve(".git"))) {
            git("init", "-q", "-b", "main", ".");
        }
        git("add", "-A");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q", "-m", message);
    }

    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Run run = run(command);
        if (run.code() != 0) {
            throw new IOException(command + ": " + run.out() + run.err());
        }
        return run.out();
    }

    /** In the project's folder, untouched by the user's git configuration. */
    Run run(List<String> command, String... environment) throws IOException, InterruptedException {
        Path out = Files.createTempFile("run", ".out");
        Path err = Files.createTempFile("run", ".err");
        try {
            ProcessBuilder process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            process.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            process.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            process.environment().put("LC_ALL", "C.UTF-8");
            for (int i = 0; i < environment.length; i += 2) {
                process.environment().put(environment[i], environment[i + 1]);
            }
            int code = process.start().waitFor();
            return new Run(
                    code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
