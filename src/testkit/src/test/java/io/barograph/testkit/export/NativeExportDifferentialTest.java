package io.barograph.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.export.NativeExport;
import io.barograph.engine.export.NotCarried;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import io.barograph.testkit.accounts.SeededAccounts;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second compilation path: exported rules, compiled and run by stock Drools, decide as the engine does. */
class NativeExportDifferentialTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final Path CUSTOMER_HEALTH = ROOT.resolve("decision-tables/customer-health");
    private static final int INVENTED = 500;
    private static final int EXTREME = 400;
    private static final int RANDOM = 120;

    @TempDir
    private Path folder;

    @Test
    void decidesTheShippedModelAsTheEngineDoes() throws IOException, InterruptedException {
        ModelFiles shipped = ModelFolder.read(CUSTOMER_HEALTH, ROOT);
        ModelFiles tables = new ModelFiles(shipped.name(), shipped.workbooks(), shipped.contract(), List.of());
        agree(tables, accounts(tables));
    }

    @Test
    void neverTakesTextsForCode() throws IOException, InterruptedException {
        List<Inquiry> inquiries = new ArrayList<>();
        for (String status : List.of(HostileModel.STATUS, HostileModel.ALSO, "$param", "quiet")) {
            for (int seats = 0; seats <= 100; seats += 25) {
                inquiries.add(new Inquiry(
                        new AccountSnapshot(
                                "\"" + status + seats,
                                LocalDate.of(2026, 3, 1),
                                Map.of("contract_status", HostileModel.quiet(status)),
                                Map.of("seat_utilisation", Observation.of(BigDecimal.valueOf(seats))),
                                List.of()),
                        PriorState.NONE));
            }
        }
        agree(HostileModel.files(), inquiries);
    }

    /** Random models have every sheet and every spelling of a condition. */
    @ParameterizedTest
    @ValueSource(longs = {3, 8})
    void decidesRandomModelsAsTheEngineDoes(long seed) throws IOException, InterruptedException {
        RandomModel model = RandomModels.model(seed);
        RandomAccounts drawn = new RandomAccounts(model.contract(), model.workbooks());
        List<Inquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < RANDOM; i++) {
            inquiries.add(drawn.account(i));
        }
        agree(model.files(), inquiries);
    }

    @Test
    void tellsThatGuardrailsStayBehind() throws IOException {
        Model model = accepted(ModelFolder.read(CUSTOMER_HEALTH, ROOT)).model();

        assertThat(NativeExport.of(model).notCarried())
                .extracting(NotCarried::what)
                .anyMatch(what -> what.startsWith("guardrails (contract-status.xlsx, upsell.drl)"));
    }

    private void agree(ModelFiles files, List<Inquiry> inquiries) throws IOException, InterruptedException {
        Compilation.Accepted compiled = accepted(files);
        try (Decider engine = compiled.decider()) {
            StockDrools.of(compiled.model(), folder).agreesWith(engine, compiled.model(), inquiries);
        }
    }

    private static Compilation.Accepted accepted(ModelFiles files) {
        Compilation compilation = ModelCompiler.compile(files, "1");
        assertThat(compilation).as("%s", compilation.issues()).isInstanceOf(Compilation.Accepted.class);
        return (Compilation.Accepted) compilation;
    }

    /** Invented accounts as in life, and drawn ones with values at the edges of every condition. */
    private static List<Inquiry> accounts(ModelFiles files) {
        List<Inquiry> inquiries = new ArrayList<>();
        SeededAccounts.of(11, INVENTED, LocalDate.of(2026, 3, 1))
                .forEach(snapshot -> inquiries.add(new Inquiry(snapshot, PriorState.NONE)));
        RandomAccounts drawn = new RandomAccounts(
                accepted(files).model().contract(),
                files.workbooks().stream()
                        .map(NativeExportDifferentialTest::workbook)
                        .toList());
        for (int seed = 0; seed < EXTREME; seed++) {
            inquiries.add(drawn.account(seed));
        }
        return inquiries;
    }

    private static Workbook workbook(ModelFiles.ModelFile file) {
        return ((Reading.Read) WorkbookReader.read(file.name(), file.bytes())).workbook();
    }
}
