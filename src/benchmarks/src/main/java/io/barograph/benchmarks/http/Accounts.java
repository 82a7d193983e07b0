package io.barograph.benchmarks.http;

import io.barograph.benchmarks.engine.ShippedModel;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Invented accounts as bodies of requests. */
final class Accounts {

    private static final long SEED = 20_260_301;

    private Accounts() {}

    /** A snapshot each. */
    static List<byte[]> snapshots(int count) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (AccountSnapshot account : SeededAccounts.of(SEED, count, ShippedModel.AS_OF)) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            SnapshotJson.write(account, json);
            bodies.add(json.toByteArray());
        }
        return bodies;
    }

    static List<byte[]> requests(String path, List<byte[]> bodies) {
        return bodies.stream()
                .map(body -> Line.request("POST", path, "application/json", body))
                .toList();
    }

    /** One request with a line each. */
    static byte[] batch(String path, List<byte[]> bodies) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (byte[] body : bodies) {
            lines.writeBytes(body);
            lines.write('\n');
        }
        return Line.request("POST", path, "application/x-ndjson", lines.toByteArray());
    }
}
