package io.barograph.engine.workbook;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The shipped model of customer health, one of whose workbooks a test writes otherwise. */
final class ShippedModel {

    static final String FILE = "enterprise.xlsx";
    static final Path ROOT = Path.of(System.getProperty("barograph.root"));

    private static final ModelFiles FILES = files(ROOT.resolve("decision-tables/customer-health"));
    private static final Parsing PLAIN = ModelParser.parse(FILES);

    private ShippedModel() {}

    static ModelFiles files(Path folder) {
        try {
            return ModelFolder.read(folder, ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Parsing plain() {
        return PLAIN;
    }

    /** The parts of the workbook that tests change. */
    static XlsxParts parts() {
        return XlsxParts.of(FILES.workbooks().stream()
                .filter(file -> file.name().equals(FILE))
                .findFirst()
                .orElseThrow()
                .bytes());
    }

    /** The model with other bytes in that workbook's place. */
    static Parsing with(byte[] workbook) {
        List<ModelFile> workbooks = FILES.workbooks().stream()
                .map(file -> file.name().equals(FILE) ? new ModelFile(FILE, workbook) : file)
                .toList();
        return ModelParser.parse(new ModelFiles(FILES.name(), workbooks, FILES.contract(), FILES.ruleFiles()));
    }
}
