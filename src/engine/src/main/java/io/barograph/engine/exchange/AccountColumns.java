package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import io.barograph.engine.text.Dates;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each column of an accounts CSV means. A column the contract does not know is passed on as an attribute of that
 * name, so that the decision reports it.
 */
final class AccountColumns {

    private static final int HEADERS_SHOWN = 20;

    /** @param field null for a column the contract does not know */
    private record InputColumn(
            int index, String name, @Nullable Field field) {}

    private final List<String> header;
    private final int accountId;
    private final int asOf;
    private final List<InputColumn> inputs = new ArrayList<>();

    AccountColumns(List<String> header, Contract contract) throws BadFileException {
        this.header = header;
        Map<String, String> seen = new HashMap<>();
        int idColumn = -1;
        int asOfColumn = -1;
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            String meaning;
            if (contract.isAccountId(name)) {
                meaning = "the account id";
                idColumn = i;
            } else if (Names.fold(name).equals("as_of")) {
                meaning = "the as-of date";
                asOfColumn = i;
            } else {
                InputColumn input = input(i, name, contract);
                meaning = "`" + input.name() + "`";
                inputs.add(input);
            }
            refuseTwice(seen.put(Names.fold(meaning), name), name, meaning);
        }
        if (idColumn < 0) {
            throw new BadFileException("no column holds the account id: found " + found(header) + "; name it "
                    + String.join(
                            " or ",
                            contract.accountIdNames().stream()
                                    .map(accepted -> "`" + accepted + "`")
                                    .toList()));
        }
        accountId = idColumn;
        asOf = asOfColumn;
    }

    private static InputColumn input(int index, String name, Contract contract) {
        if (name.isEmpty()) {
            return new InputColumn(index, "column " + (index + 1), null);
        }
        Field field = contract.find(name);
        return new InputColumn(index, field == null ? name : field.name(), field);
    }

    private static void refuseTwice(@Nullable String earlier, String name, String meaning) throws BadFileException {
        if (earlier != null) {
            throw new BadFileException(
                    "the columns `" + earlier + "` and `" + name + "` both mean " + meaning + "; remove one");
        }
    }

    private static String found(List<String> header) {
        if (header.size() == 1 && (header.get(0).contains(";") || header.get(0).contains("\t"))) {
            return "one column `" + JsonInput.shortened(header.get(0)) + "`, so separate columns with commas";
        }
        String list = String.join(
                ", ",
                header.stream()
                        .limit(HEADERS_SHOWN)
                        .map(name -> "`" + JsonInput.shortened(name) + "`")
                        .toList());
        int more = header.size() - HEADERS_SHOWN;
        return more > 0 ? list + " and " + more + " more" : list;
    }

    /** The snapshot a row says, or what is wrong with it. */
    SnapshotLine snapshot(CsvRows.Row row, LocalDate defaultAsOf) {
        if (row.fault() != null) {
            return new SnapshotLine.Bad(row.line(), row.fault());
        }
        String id = row.cells().get(accountId);
        String fault = SnapshotJson.faultOfAccountId(id);
        if (fault != null) {
            return new SnapshotLine.Bad(row.line(), header.get(accountId) + ": " + fault);
        }
        String day = asOf < 0 ? "" : row.cells().get(asOf);
        Optional<LocalDate> date = day.isEmpty() ? Optional.of(defaultAsOf) : Dates.parse(day);
        if (date.isEmpty()) {
            return new SnapshotLine.Bad(
                    row.line(), "as_of: `" + JsonInput.shortened(day) + "` is no date; " + Dates.REMEDY);
        }
        return new SnapshotLine.Good(row.line(), snapshot(id, date.get(), row.cells()));
    }

    private AccountSnapshot snapshot(String id, LocalDate date, List<String> cells) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        Map<String, Observation> indicators = new LinkedHashMap<>();
        for (InputColumn input : inputs) {
            String cell = cells.get(input.index());
            Field field = input.field();
            if (cell.isEmpty()) {
                continue;
            }
            if (field == null) {
                attributes.put(input.name(), cell);
            } else if (field.isIndicator()) {
                indicators.put(input.name(), Observation.of(CellText.typed(field, cell)));
            } else {
                attributes.put(input.name(), CellText.typed(field, cell));
            }
        }
        return new AccountSnapshot(id, date, attributes, indicators, List.of());
    }
}
