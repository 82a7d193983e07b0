package io.barograph.testkit.shipped;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sample accounts that ship for the demonstration. */
final class SampleFiles {

    private static final long SEED = 20_260_301;
    private static final int ACCOUNTS = 500;
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    /** The flat file is for opening in a spreadsheet: every so many-th account is plenty. */
    private static final int EVERY = 8;

    private SampleFiles() {}

    static Map<String, byte[]> of(Contract contract) throws IOException {
        List<AccountSnapshot> accounts = SeededAccounts.of(SEED, ACCOUNTS, AS_OF);
        return Map.of(
                "samples/customer-health/accounts.ndjson", ndjson(accounts),
                "samples/customer-health/accounts.csv", csv(contract, accounts));
    }

    private static byte[] ndjson(List<AccountSnapshot> accounts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (AccountSnapshot account : accounts) {
            SnapshotJson.write(account, out);
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] csv(Contract contract, List<AccountSnapshot> accounts) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> header = new ArrayList<>(List.of("account_id", "as_of"));
            contract.fields().forEach(field -> header.add(field.name()));
            csv.writeRecord(header);
            for (int i = 0; i < accounts.size(); i += EVERY) {
                csv.writeRecord(row(contract, accounts.get(i)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(Contract contract, AccountSnapshot account) {
        List<String> row =
                new ArrayList<>(List.of(account.accountId(), account.asOf().toString()));
        for (Field field : contract.fields()) {
            row.add(cell(
                    field.isIndicator()
                            ? reading(account, field)
                            : account.attributes().get(field.name())));
        }
        return row;
    }

    /** Flat files cannot say how old a reading is, so stale ones are left out. */
    private static @Nullable Object reading(AccountSnapshot account, Field field) {
        Observation observation = account.indicators().get(field.name());
        boolean stale = observation != null
                && field.freshnessDays() != null
                && observation.observedAt() != null
                && observation.observedAt().isBefore(account.asOf().minusDays(field.freshnessDays()));
        return observation == null || stale ? null : observation.value();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
