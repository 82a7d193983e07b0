package io.barograph.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedModelsTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root"));

    static Stream<Map.Entry<String, byte[]>> generated() throws IOException {
        return ShippedFiles.of(ROOT).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("generated")
    void theTreeHoldsWhatTheGeneratorWrites(Map.Entry<String, byte[]> file) throws IOException {
        byte[] committed = Files.readAllBytes(ROOT.resolve(file.getKey()));
        assertThat(content(file.getKey(), committed)).isEqualTo(content(file.getKey(), file.getValue()));
    }

    @Test
    void everyWorkbookOfTheTreeIsGenerated() throws IOException {
        try (Stream<Path> tree = Files.walk(ROOT.resolve("decision-tables"))) {
            assertThat(tree.filter(Files::isRegularFile)
                            .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> file.endsWith(".xlsx")))
                    .isSubsetOf(ShippedFiles.of(ROOT).keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-health", "telco"})
    void shippedModelsHaveNothingToReport(String model) throws IOException {
        Parsing parsing = ModelParser.parse(ModelFolder.read(ROOT.resolve("decision-tables/" + model), ROOT));
        assertThat(parsing.issues()).isEmpty();
        assertThat(parsing).isInstanceOf(Parsing.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-health", "telco"})
    void everyShippedWorkbookCarriesItsExamplesAndItsForecast(String model) throws IOException {
        Parsing parsing = ModelParser.parse(ModelFolder.read(ROOT.resolve("decision-tables/" + model), ROOT));
        assertThat(((Parsing.Accepted) parsing).model().segmentModels()).allSatisfy(segment -> {
            assertThat(segment.tests()).as("tests of %s", segment.segment()).hasSizeGreaterThanOrEqualTo(10);
            assertThat(segment.calibration())
                    .as("calibration of %s", segment.segment())
                    .anyMatch(row -> row.horizonDays() == 90);
        });
    }

    /** What a file says, however well it is compressed. */
    private static Map<String, String> content(String name, byte[] bytes) throws IOException {
        if (!name.endsWith(".xlsx")) {
            return Map.of(name, new String(bytes, StandardCharsets.UTF_8));
        }
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
