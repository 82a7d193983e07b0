package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every account of the public telco data, decided by the shipped telco model. */
class TelcoIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> CHURN = new HashMap<>();
    private static final List<JsonNode> DECISIONS = new ArrayList<>();

    @BeforeAll
    static void scoreEveryAccount(@TempDir Path folder) throws IOException {
        Path csv = data().resolve("telco-ibm/Telco-Customer-Churn.csv");
        assumeTrue(Files.isRegularFile(csv), "skipped: no public telco data at " + csv + "; set BAROGRAPH_DATA");
        for (String line : Files.readAllLines(csv)) {
            CHURN.put(line.substring(0, line.indexOf(',')), line.substring(line.lastIndexOf(',') + 1));
        }
        Path out = folder.resolve("decisions.ndjson");
        Run run = Run.of("score", csv.toString(), "--model", "decision-tables/telco", "--out", out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        for (String line : Files.readAllLines(out)) {
            DECISIONS.add(JSON.readTree(line));
        }
    }

    private static Path data() {
        String set = System.getenv("BAROGRAPH_DATA");
        return set == null ? Run.ROOT.resolve("../shared/data") : Path.of(set);
    }

    @Test
    void decidesEveryAccountInTheOrderOfTheFile() throws IOException {
        List<String> ids = Files.readAllLines(data().resolve("telco-ibm/Telco-Customer-Churn.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        assertThat(DECISIONS).hasSize(7_043);
        assertThat(DECISIONS)
                .extracting(decision -> text(decision, "account_id"))
                .isEqualTo(ids);
        assertThat(DECISIONS).allMatch(decision -> text(decision, "status").equals("decided"));
    }

    @Test
    void contributionsAddUpToEveryScoreToTheCent() {
        for (JsonNode decision : DECISIONS) {
            Map<String, BigDecimal> sums = new HashMap<>();
            for (JsonNode contribution : decision.get("contributions")) {
                sums.merge(
                        text(contribution, "score"), contribution.get("points").decimalValue(), BigDecimal::add);
            }
            assertThat(decision.get("scores").properties()).isNotEmpty();
            for (Map.Entry<String, JsonNode> score : decision.get("scores").properties()) {
                assertThat(sums.get(score.getKey()))
                        .as("%s of %s", score.getKey(), text(decision, "account_id"))
                        .isEqualByComparingTo(score.getValue().decimalValue());
            }
        }
    }

    @Test
    void everyFiredRuleNamesACellThatHoldsSomething() throws IOException {
        Set<String> cells = new HashSet<>();
        for (JsonNode decision : DECISIONS) {
            assertThat(decision.get("fired")).isNotEmpty();
            decision.get("fired").forEach(rule -> cells.add(text(rule, "cell")));
        }
        assertThat(cells).hasSizeGreaterThan(50);
        Set<String> filled = filledCells(Run.ROOT.resolve("decision-tables/telco"));
        assertThat(filled).containsAll(cells);
    }

    private static Set<String> filledCells(Path model) throws IOException {
        Set<String> filled = new HashSet<>();
        try (var files = Files.list(model)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
                Reading reading = WorkbookReader.read(file.getFileName().toString(), Files.readAllBytes(file));
                Workbook workbook = ((Reading.Read) reading).workbook();
                for (Sheet sheet : workbook.sheets()) {
                    sheet.rows()
                            .values()
                            .forEach(row -> row.values()
                                    .forEach(cell -> filled.add(cell.address().toString())));
                }
            }
        }
        return filled;
    }

    @Test
    void churnRisesFromGreenToYellowToRed() {
        assertThat(churnShare("green")).isLessThan(churnShare("yellow"));
        assertThat(churnShare("yellow")).isLessThan(churnShare("red"));
    }

    private static double churnShare(String band) {
        List<String> churn = DECISIONS.stream()
                .filter(decision -> text(decision.get("bands"), "Overall").equals(band))
                .map(decision -> CHURN.getOrDefault(text(decision, "account_id"), ""))
                .toList();
        assertThat(churn).as("accounts in %s", band).isNotEmpty();
        return churn.stream().filter("Yes"::equals).count() / (double) churn.size();
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }
}
