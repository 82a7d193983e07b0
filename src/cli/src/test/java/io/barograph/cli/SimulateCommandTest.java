package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    private static final Path SHIPPED = Run.ROOT.resolve("decision-tables/customer-health");
    private static final String SAMPLES = "samples/customer-health/accounts.ndjson";

    @TempDir
    private Path folder;

    @Test
    void tellsWhoMovesAndWhichCellDoesIt() throws IOException {
        Path changed = changed("Thresholds", "E2", 82);

        Run run = Run.of("simulate", changed.toString(), "--accounts", SAMPLES, "--as-of", "2026-03-01", "--top", "3");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("500 accounts, decided by", "Bands: from the row to the column", "worse band")
                .contains("enterprise.xlsx!Thresholds!D2 · ENT-TH-01", "threshold moved 80 → 82", "green −", "yellow +")
                .contains("All together");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void tellsTheSameToPrograms() throws IOException {
        Path changed = changed("Thresholds", "E2", 82);

        Run run = Run.of(
                "simulate", changed.toString(), "--accounts", SAMPLES, "--as-of", "2026-03-01", "--format", "json");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out())
                .contains("\"accounts\":500", "\"place\":\"enterprise.xlsx!Thresholds!D2\",\"subject\":\"ENT-TH-01\"");
    }

    @Test
    void findsNothingBetweenEqualModels() {
        Run run = Run.of("simulate", SHIPPED.toString(), "--accounts", SAMPLES, "--as-of", "2026-03-01");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("no account differs").doesNotContain("Which change");
    }

    @Test
    void asksForAccounts() {
        Run run = Run.of("simulate", SHIPPED.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("name the accounts to decide");
    }

    @Test
    void tellsTheErrorsOfAChangedModel() throws IOException {
        Run run = Run.of(
                "simulate", changed("Weights", "B2", 99).toString(), "--accounts", SAMPLES, "--as-of", "2026-03-01");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("add up to", "cannot decide before its errors are mended");
    }

    /** The shipped model with one number of the enterprise workbook changed. */
    private Path changed(String sheet, String cell, double value) throws IOException {
        Path model = Files.createDirectories(folder.resolve("decision-tables/customer-health"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        Path workbook = model.resolve("enterprise.xlsx");
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(workbook)));
                OutputStream out = Files.newOutputStream(workbook)) {
            CellReference place = new CellReference(cell);
            edited.getSheet(sheet)
                    .getRow(place.getRow())
                    .getCell(place.getCol())
                    .setCellValue(value);
            edited.write(out);
        }
        return model;
    }
}
