package io.barograph.cli.portfolio;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.SnapshotJson;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files of a portfolio, written account by account. Files that are there already are replaced; equal plans and
 * contracts give equal bytes.
 */
public final class PortfolioFiles implements Closeable {

    /** The files, in the order people meet them. */
    public static final List<String> NAMES =
            List.of("accounts.csv", "history.csv", "portfolio.ndjson", "stories.csv", "outcomes.csv");

    /** How far back a snapshot of {@code portfolio.ndjson} remembers. */
    private static final int WEEKS_REMEMBERED = 26;

    private final Plan plan;
    private final Contract contract;
    private final CsvWriter accounts;
    private final CsvWriter history;
    private final OutputStream snapshots;
    private final CsvWriter stories;
    private final CsvWriter outcomes;

    /** @param folder exists */
    public PortfolioFiles(Path folder, Plan plan, Contract contract) throws IOException {
        this.plan = plan;
        this.contract = contract;
        this.accounts = csv(folder.resolve(NAMES.get(0)));
        this.history = csv(folder.resolve(NAMES.get(1)));
        this.snapshots = new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAMES.get(2))), 1 << 16);
        this.stories = csv(folder.resolve(NAMES.get(3)));
        this.outcomes = csv(folder.resolve(NAMES.get(4)));
        List<String> header = new ArrayList<>(List.of("account_id", "as_of"));
        contract.fields().forEach(field -> header.add(field.name()));
        accounts.writeRecord(header);
        history.writeRecord("account_id", "observed_at", "indicator", "value", "campaign_share");
        stories.writeRecord("account_id", "segment", "story", "onset", "gone", "depth");
        outcomes.writeRecord("account_id", "outcome", "date", "arr_before", "arr_after");
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
    }

    /** Adds one account; who has left by the last day is no longer among the accounts and snapshots. */
    public void write(PortfolioAccount account) throws IOException {
        for (Reading reading : account.readings()) {
            history.writeRecord(
                    account.accountId(),
                    reading.observedAt().toString(),
                    reading.indicator(),
                    cell(reading.value()),
                    cell(reading.campaignShare()));
        }
        stories.writeRecord(
                account.accountId(),
                account.segment().label(),
                account.story().label(),
                day(account.onset()),
                day(account.gone()),
                account.story() == Story.STEADY ? "" : String.format(Locale.ROOT, "%.2f", account.depth()));
        for (Outcome outcome : account.outcomes()) {
            outcomes.writeRecord(
                    account.accountId(),
                    outcome.kind().label(),
                    outcome.date().toString(),
                    Integer.toString(outcome.arrBefore()),
                    Integer.toString(outcome.arrAfter()));
        }
        if (account.staysToTheEnd()) {
            AccountSnapshot snapshot = account.snapshot(plan.lastWeek(), WEEKS_REMEMBERED);
            accounts.writeRecord(row(snapshot));
            SnapshotJson.write(snapshot, snapshots);
            snapshots.write('\n');
        }
    }

    private List<String> row(AccountSnapshot snapshot) {
        List<String> row =
                new ArrayList<>(List.of(snapshot.accountId(), snapshot.asOf().toString()));
        for (Field field : contract.fields()) {
            row.add(cell(
                    field.isIndicator()
                            ? presentReading(snapshot, field)
                            : snapshot.attributes().get(field.name())));
        }
        return row;
    }

    /**
     * A flat file can tell neither how old a reading is nor what a campaign did to it: it holds those of the normal age that
     * are the account's own. The history has them all.
     */
    private static @Nullable Object presentReading(AccountSnapshot snapshot, Field field) {
        var observation = snapshot.indicators().get(field.name());
        if (observation == null || observation.campaignShare() != null) {
            return null;
        }
        LocalDate observed = observation.observedAt();
        Integer fresh = field.freshnessDays();
        boolean stale = observed != null
                && fresh != null
                && observed.isBefore(snapshot.asOf().minusDays(fresh));
        return stale ? null : observation.value();
    }

    private String day(int week) {
        return week > plan.lastWeek() ? "" : plan.day(week).toString();
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

    /** Completes the files. */
    @Override
    public void close() throws IOException {
        try (accounts;
                history;
                snapshots;
                stories;
                outcomes) {
            outcomes.flush();
        }
    }
}
