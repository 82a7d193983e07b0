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

    /** Different ones; the next have the same readings under another id. */
    private static final int DRAWN = 17_000;

    private Accounts() {}

    /** A snapshot each. */
    static List<byte[]> snapshots(int count) throws IOException {
        List<AccountSnapshot> drawn = SeededAccounts.of(SEED, Math.min(count, DRAWN), ShippedModel.AS_OF);
        List<AccountSnapshot> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(numbered(drawn.get(i % DRAWN), i / DRAWN));
        }
        return bodies(all);
    }

    static List<byte[]> bodies(List<AccountSnapshot> accounts) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (AccountSnapshot account : accounts) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            SnapshotJson.write(account, json);
            bodies.add(json.toByteArray());
        }
        return bodies;
    }

    private static AccountSnapshot numbered(AccountSnapshot account, int round) {
        return round == 0
                ? account
                : new AccountSnapshot(
                        account.accountId() + "-" + round,
                        account.asOf(),
                        account.attributes(),
                        account.indicators(),
                        account.history());
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
