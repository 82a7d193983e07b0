package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saving the shipped workbooks in LibreOffice, as they are or by way of its own format, changes no model. */
class LibreOfficeRoundTripTest {

    private static final long GENEROUS_MINUTES = 20;

    static Stream<Path> models() throws IOException {
        try (Stream<Path> folders = Files.list(ShippedModel.ROOT.resolve("decision-tables"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void savingDoesNotChangeTheModel(Path model, @TempDir Path work) throws IOException, InterruptedException {
        requireLibreOffice();
        ModelFiles shipped = ShippedModel.files(model);
        String digest = ModelParser.parse(shipped).digest();
        Path saved = work.resolve("saved");
        convert(work, "xlsx:Calc MS Excel 2007 XML", model, ".xlsx", saved);
        assertThat(digest(shipped, saved)).isEqualTo(digest);
        Path own = work.resolve("own");
        convert(work, "ods", model, ".xlsx", own);
        Path back = work.resolve("back");
        convert(work, "xlsx", own, ".ods", back);
        assertThat(digest(shipped, back)).isEqualTo(digest);
    }

    private static void requireLibreOffice() {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
        assumeTrue(there, "skipped: LibreOffice (soffice) is not installed");
    }

    private static String digest(ModelFiles shipped, Path folder) throws IOException {
        List<ModelFile> saved = new ArrayList<>();
        for (ModelFile file : shipped.workbooks()) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file.name()));
            assertThat(bytes).isNotEqualTo(file.bytes());
            saved.add(new ModelFile(file.name(), bytes));
        }
        return String.valueOf(
                ModelParser.parse(new ModelFiles(shipped.name(), saved, shipped.contract(), shipped.ruleFiles()))
                        .digest());
    }

    private static void convert(Path work, String format, Path from, String suffix, Path to)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                to.toString()));
        try (Stream<Path> files = Files.list(from)) {
            files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .forEach(file -> command.add(file.toString()));
        }
        Path output = work.resolve("output.txt");
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = office.waitFor(GENEROUS_MINUTES, TimeUnit.MINUTES);
        office.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(office.exitValue()).as(Files.readString(output)).isZero();
    }
}
