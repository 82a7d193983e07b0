package io.barograph.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models people get, without their guardrails: those are code, which the reference does not read. */
class ShippedModelsDifferentialTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final int ACCOUNTS = 500;

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("decision-tables"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void decidesEveryAccountAsTheReferenceDoes(Path folder) throws IOException {
        ModelFiles shipped = ModelFolder.read(folder, ROOT);
        ModelFiles tables = new ModelFiles(shipped.name(), shipped.workbooks(), shipped.contract(), List.of());
        Compilation compilation = ModelCompiler.compile(tables, "1");
        assertThat(compilation).isInstanceOf(Compilation.Accepted.class);
        List<Workbook> workbooks = tables.workbooks().stream()
                .map(ShippedModelsDifferentialTest::read)
                .toList();
        try (Decider engine = ((Compilation.Accepted) compilation).decider()) {
            assertThat(new Comparison(shipped.name(), engine, workbooks, contract(tables)).agreeOn(ACCOUNTS, 1))
                    .hasSize(ACCOUNTS);
        }
    }

    private static Workbook read(ModelFile file) {
        return ((Reading.Read) WorkbookReader.read(file.name(), file.bytes())).workbook();
    }

    private static Contract contract(ModelFiles files) {
        ModelFile file = Objects.requireNonNull(files.contract());
        return Objects.requireNonNull(ContractReader.read(file.name(), file.bytes(), new Issues()));
    }
}
