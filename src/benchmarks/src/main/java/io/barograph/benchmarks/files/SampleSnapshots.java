package io.barograph.benchmarks.files;

import io.barograph.benchmarks.engine.ShippedModel;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles.ModelFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The accounts of a CSV as NDJSON. */
final class SampleSnapshots {

    private SampleSnapshots() {}

    /** Beside the CSV. */
    static Path of(Path csv) throws IOException {
        ModelFile file = ShippedModel.files().contract();
        Contract contract = file == null ? null : ContractReader.read(file.name(), file.bytes(), new Issues());
        if (contract == null) {
            throw new IOException("the shipped model has no data contract");
        }
        Path ndjson = csv.resolveSibling(csv.getFileName() + ".ndjson");
        try (AccountFile accounts = AccountFile.open(
                        Files.newInputStream(csv), AccountFile.Format.CSV, contract, ShippedModel.AS_OF);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(ndjson), 1 << 16)) {
            while (accounts.hasNext()) {
                if (accounts.next() instanceof SnapshotLine.Good good) {
                    SnapshotJson.write(good.snapshot(), out);
                    out.write('\n');
                }
            }
        }
        return ndjson;
    }
}
