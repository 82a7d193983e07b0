package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import io.barograph.engine.text.Dates;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV of earlier readings, {@code account_id,observed_at,indicator,value,campaign_share} in any order of columns;
 * {@code campaign_share} may be absent. Indicators go by name, label or physical name, values are read by the contract's
 * type; an empty value is a reading that was missing.
 */
public final class HistoryFile {

    public static final int MAX_ENTRIES = 5_000_000;

    private static final List<String> REQUIRED = List.of("account_id", "observed_at", "indicator", "value");
    private static final List<String> COLUMNS =
            List.of("account_id", "observed_at", "indicator", "value", "campaign_share");

    private final Contract contract;
    private final Map<String, Integer> columns;
    private final Map<String, List<HistoryEntry>> entries = new LinkedHashMap<>();

    private HistoryFile(Contract contract, List<String> header) throws BadFileException {
        this.contract = contract;
        this.columns = columns(contract, header);
    }

    /**
     * @param in closed when done
     * @param badLines told of each line that cannot be used, in file order
     * @return entries by account id, in file order
     * @throws BadFileException when nothing can be read, or there are more than {@link #MAX_ENTRIES} entries
     */
    public static Map<String, List<HistoryEntry>> read(
            InputStream in, Contract contract, Consumer<SnapshotLine.Bad> badLines) throws IOException {
        return read(in, contract, badLines, MAX_ENTRIES);
    }

    static Map<String, List<HistoryEntry>> read(
            InputStream in, Contract contract, Consumer<SnapshotLine.Bad> badLines, int limit) throws IOException {
        try (CsvRows rows = CsvRows.open(in)) {
            HistoryFile file = new HistoryFile(contract, rows.header());
            int count = 0;
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                String fault = row.fault() == null ? file.add(row.cells()) : row.fault();
                if (fault != null) {
                    badLines.accept(new SnapshotLine.Bad(row.line(), fault));
                } else if (++count > limit) {
                    throw new BadFileException("the history has more than %,d entries; split it".formatted(limit));
                }
            }
            return file.entries;
        }
    }

    private static Map<String, Integer> columns(Contract contract, List<String> header) throws BadFileException {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String written = header.get(i);
            String name = contract.isAccountId(written) ? "account_id" : Names.fold(written);
            if (!COLUMNS.contains(name)) {
                throw new BadFileException("unknown column `" + JsonInput.shortened(written) + "`; "
                        + Names.closest(JsonInput.shortened(name), COLUMNS)
                                .map(close -> "did you mean `" + close + "`?")
                                .orElse("a history has " + listed(COLUMNS)));
            }
            if (columns.put(name, i) != null) {
                throw new BadFileException("the column `" + name + "` stands twice; remove one");
            }
        }
        for (String name : REQUIRED) {
            if (!columns.containsKey(name)) {
                throw new BadFileException("no column `" + name + "`; a history has " + listed(COLUMNS));
            }
        }
        return columns;
    }

    private static String listed(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }

    /** Takes one row; what is wrong with it, or null when nothing is. */
    private @Nullable String add(List<String> cells) {
        String id = cell("account_id", cells);
        String faultOfId = SnapshotJson.faultOfAccountId(id);
        if (faultOfId != null) {
            return "account_id: " + faultOfId;
        }
        String day = cell("observed_at", cells);
        Optional<LocalDate> date = Dates.parse(day);
        if (date.isEmpty()) {
            return "observed_at: `" + JsonInput.shortened(day) + "` is no date; " + Dates.REMEDY;
        }
        String name = cell("indicator", cells);
        if (name.isEmpty()) {
            return "indicator: is blank; name it";
        }
        String share = cell("campaign_share", cells);
        Optional<BigDecimal> campaignShare = share.length() > 50 ? Optional.empty() : Numbers.parse(share);
        if (!share.isEmpty() && campaignShare.isEmpty()) {
            return "campaign_share: `" + JsonInput.shortened(share) + "` is no number; write 20 % as 0.2";
        }
        entries.computeIfAbsent(id, key -> new ArrayList<>())
                .add(entry(name, date.get(), cell("value", cells), campaignShare.orElse(null)));
        return null;
    }

    private HistoryEntry entry(String name, LocalDate date, String value, @Nullable BigDecimal campaignShare) {
        Field field = contract.find(name);
        Object typed = value.isEmpty() ? null : field == null ? value : CellText.typed(field, value);
        return new IndicatorEntry(field == null ? name : field.name(), date, typed, campaignShare);
    }

    private String cell(String column, List<String> cells) {
        Integer index = columns.get(column);
        return index == null ? "" : cells.get(index);
    }
}
