package io.barograph.testkit.random;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers, dates and names that a model's cells speak of, so that accounts can be drawn close to where it matters. */
final class Boundaries {

    private static final Pattern LITERAL =
            Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})|(?<number>-?\\d[\\d,]*(\\.\\d+)?)");

    private final Contract contract;
    private final Map<String, List<BigDecimal>> numbers = new HashMap<>();
    private final Map<String, List<LocalDate>> days = new HashMap<>();

    /** Numbers in columns that are about no field: points, changes, thresholds. */
    final List<BigDecimal> marks = new ArrayList<>();

    /** Numbers of columns that count days, in their headers and cells. */
    final List<Integer> ages = new ArrayList<>();

    final List<BigDecimal> daysToRenewal = new ArrayList<>();
    final Set<String> bands = new LinkedHashSet<>(Set.of("unknown"));
    final Set<String> scores = new LinkedHashSet<>(Set.of("Overall"));
    final Set<String> playbooks = new LinkedHashSet<>();

    Boundaries(Contract contract, List<Workbook> workbooks) {
        this.contract = contract;
        workbooks.forEach(workbook -> workbook.sheets().forEach(this::read));
    }

    List<BigDecimal> numbers(Field field) {
        return numbers.getOrDefault(field.name(), List.of());
    }

    List<LocalDate> days(Field field) {
        return days.getOrDefault(field.name(), List.of());
    }

    private void read(Sheet sheet) {
        if (sheet.rows().isEmpty()) {
            return;
        }
        Integer indicatorColumn = null;
        for (Map.Entry<Integer, Cell> header :
                sheet.rows().firstEntry().getValue().entrySet()) {
            String name = simple(header.getValue().text());
            literals(name, true);
            if (name.equals("indicator")) {
                indicatorColumn = header.getKey();
            }
        }
        for (int row : sheet.rows().tailMap(2).keySet()) {
            Cell indicator = indicatorColumn == null ? null : sheet.cell(row, indicatorColumn);
            for (Map.Entry<Integer, Cell> header :
                    sheet.rows().firstEntry().getValue().entrySet()) {
                Cell cell = sheet.cell(row, header.getKey());
                if (cell != null) {
                    read(simple(sheet.name()), header.getValue().text(), indicator, cell);
                }
            }
        }
    }

    private void read(String table, String header, @Nullable Cell indicator, Cell cell) {
        String name = simple(header);
        switch (name) {
            case "band", "band at most" -> {
                if (!table.equals("escalations")) {
                    bands.add(cell.text());
                }
            }
            case "dimension" -> scores.add(cell.text());
            case "playbook" -> playbooks.add(cell.text());
            case "because", "note", "rule id" -> {}
            case "days to renewal" -> daysToRenewal.addAll(literals(text(cell), false));
            default -> {
                Field field = name.equals("value") && indicator != null
                        ? contract.find(indicator.text())
                        : contract.find(header);
                if (field != null) {
                    note(field, cell);
                } else {
                    marks.addAll(literals(text(cell), name.contains("days")));
                }
            }
        }
    }

    private void note(Field field, Cell cell) {
        List<BigDecimal> found = literals(text(cell), false);
        numbers.computeIfAbsent(field.name(), any -> new ArrayList<>()).addAll(found);
        Matcher matcher = LITERAL.matcher(text(cell));
        while (matcher.find()) {
            if (matcher.group("day") != null) {
                days.computeIfAbsent(field.name(), any -> new ArrayList<>()).add(LocalDate.parse(matcher.group("day")));
            }
        }
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Numeric numeric && numeric.percentage()
                ? numeric.value().movePointRight(2).toPlainString()
                : cell.text().replace('−', '-');
    }

    /** @param areDays whether numbers are counts of days, noted as ages */
    private List<BigDecimal> literals(String text, boolean areDays) {
        List<BigDecimal> found = new ArrayList<>();
        Matcher matcher = LITERAL.matcher(text);
        while (matcher.find()) {
            String number = matcher.group("number");
            if (number != null) {
                found.add(new BigDecimal(number.replace(",", "")));
            }
        }
        if (areDays) {
            found.stream()
                    .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(1000)) < 0)
                    .forEach(number -> ages.add(number.intValue()));
        }
        return found;
    }

    private static String simple(String header) {
        return header.replaceAll("[\\s\\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
