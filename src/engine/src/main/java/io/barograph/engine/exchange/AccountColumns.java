package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.NamedValues;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import io.barograph.engine.text.Dates;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    /**
     * @param place among the attributes or indicators
     * @param field null for a column the contract does not know
     */
    record InputColumn(
            int index, int place, String name, @Nullable Field field) {

        boolean isIndicator() {
            return field != null && field.isIndicator();
        }
    }

    private final List<String> header;
    private final int accountId;
    private final int asOf;
    private final List<InputColumn> inputs = new ArrayList<>();
    private final InputColumn[] byColumn;
    private final NamedValues.Shape attributes;
    private final NamedValues.Shape indicators;

    AccountColumns(List<String> header, Contract contract) throws BadFileException {
        this.header = header;
        Map<String, String> seen = new HashMap<>();
        List<String> attributeNames = new ArrayList<>();
        List<String> indicatorNames = new ArrayList<>();
        byColumn = new InputColumn[header.size()];
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
                Field field = name.isEmpty() ? null : contract.find(name);
                String meant = field != null ? field.name() : name.isEmpty() ? "column " + (i + 1) : name;
                List<String> names = field != null && field.isIndicator() ? indicatorNames : attributeNames;
                InputColumn input = new InputColumn(i, names.size(), meant, field);
                meaning = "`" + meant + "`";
                names.add(meant);
                inputs.add(input);
                byColumn[i] = input;
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
        attributes = NamedValues.Shape.of(attributeNames);
        indicators = NamedValues.Shape.of(indicatorNames);
    }

    int count() {
        return header.size();
    }

    int accountIdColumn() {
        return accountId;
    }

    /** Negative when there is none. */
    int asOfColumn() {
        return asOf;
    }

    /** A column that is neither the account id nor the as-of date. */
    InputColumn input(int column) {
        return byColumn[column];
    }

    /** What attributes the columns hold, in their order. */
    NamedValues.Shape attributes() {
        return attributes;
    }

    NamedValues.Shape indicators() {
        return indicators;
    }

    /** What a cell that is not empty says. */
    static Object typed(@Nullable Field field, String cell) {
        return field == null ? cell : CellText.typed(field, cell);
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
        @Nullable Object[] attributeValues = new @Nullable Object[attributes.size()];
        @Nullable Object[] indicatorValues = new @Nullable Object[indicators.size()];
        for (InputColumn input : inputs) {
            String cell = cells.get(input.index());
            Object value;
            if (cell.isEmpty()) {
                value = NamedValues.ABSENT;
            } else {
                Object typed = typed(input.field(), cell);
                value = input.isIndicator() ? Observation.of(typed) : typed;
            }
            (input.isIndicator() ? indicatorValues : attributeValues)[input.place()] = value;
        }
        return new AccountSnapshot(
                id,
                date,
                NamedValues.of(attributes, attributeValues),
                NamedValues.of(indicators, indicatorValues),
                List.of());
    }
}
