package io.barograph.engine.authoring;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Proposes Rule IDs that nothing in a model has yet: {@code ENT-SC-060} after {@code ENT-SC-059}. */
final class RuleIds {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");
    private static final int SHORTEST = 3;
    private static final int STEP = 10;

    /** What stands between a segment's letters and the number. */
    private static final Map<Table, String> LETTERS = Map.ofEntries(
            Map.entry(Table.INDICATORS, "IN"),
            Map.entry(Table.SCORING, "SC"),
            Map.entry(Table.CONTEXT, "CX"),
            Map.entry(Table.CAPS, "CP"),
            Map.entry(Table.THRESHOLDS, "TH"),
            Map.entry(Table.TRENDS, "TR"),
            Map.entry(Table.SIGNALS, "SG"),
            Map.entry(Table.COHORTS, "CO"),
            Map.entry(Table.PLAYBOOKS, "PB"),
            Map.entry(Table.ESCALATIONS, "ES"),
            Map.entry(Table.TESTS, "T"));

    private final Set<String> taken = new HashSet<>();

    RuleIds(Collection<TableContent> model) {
        model.stream()
                .flatMap(table -> table.rows().stream())
                .map(RowContent::ruleId)
                .filter(Objects::nonNull)
                .forEach(id -> taken.add(Names.fold(id)));
    }

    /**
     * Letters for a segment's Rule IDs that no Rule ID starts with yet: initials of several words, else the first letters of
     * the one.
     */
    String prefix(String segment) {
        List<String> words = Stream.of(segment.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
        String initials =
                String.join("", words.stream().map(word -> word.substring(0, 1)).toList());
        String letters = words.isEmpty() ? "SEGMENT" : String.join("", words);
        if (words.size() > 1 && isFree(initials)) {
            return initials;
        }
        for (int length = Math.min(SHORTEST, letters.length()); length <= letters.length(); length++) {
            if (isFree(letters.substring(0, length))) {
                return letters.substring(0, length);
            }
        }
        int number = 2;
        while (!isFree(letters + number)) {
            number++;
        }
        return letters + number;
    }

    private boolean isFree(String prefix) {
        String start = Names.fold(prefix) + "-";
        return taken.stream().noneMatch(id -> id.startsWith(start));
    }

    /** The first Rule ID of a table with such a prefix, or the next free one. */
    String first(String prefix, Table table) {
        return free(prefix + "-" + LETTERS.getOrDefault(table, "R") + "-", 1, 2, 1);
    }

    /** The next free Rule ID in the manner of a table's rows; of its last row where manners differ. */
    String next(TableContent table, String prefixOfNone) {
        Matcher last = null;
        long highest = 0;
        boolean tens = true;
        for (RowContent row : table.rows()) {
            Matcher id = NUMBERED.matcher(row.ruleId() == null ? "" : row.ruleId());
            if (id.matches()) {
                last = id;
            }
        }
        if (last == null) {
            return first(prefixOfNone, table.table());
        }
        for (RowContent row : table.rows()) {
            Matcher id = NUMBERED.matcher(row.ruleId() == null ? "" : row.ruleId());
            if (id.matches() && id.group(1).equals(last.group(1))) {
                long number = Long.parseLong(id.group(2));
                highest = Math.max(highest, number);
                tens &= number % STEP == 0;
            }
        }
        int step = tens ? STEP : 1;
        return free(last.group(1), highest + step, last.group(2).length(), step);
    }

    private String free(String start, long from, int digits, int step) {
        long number = from;
        while (true) {
            String id = start + String.format(Locale.ROOT, "%0" + digits + "d", number);
            if (taken.add(Names.fold(id))) {
                return id;
            }
            number += step;
        }
    }
}
