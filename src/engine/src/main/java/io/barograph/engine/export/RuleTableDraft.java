package io.barograph.engine.export;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Printable;
import io.barograph.engine.workbook.RuleTablePlan;
import io.barograph.engine.workbook.RuleTablePlan.Kind;
import io.barograph.engine.workbook.RuleTablePlan.RuleColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A native table that grows row by row; conditions of the same shape on the same value share a column. */
final class RuleTableDraft {

    private static final List<String> IMPORTS = List.of("java.util.Map", "java.math.BigDecimal");

    /** Place of the columns that all rows fill, before those of conditions. */
    private static final int FIRST = -1;

    /**
     * What makes cells share a column.
     *
     * @param place number of the sheet's column that says so
     */
    private record Key(Kind kind, int place, String template) {}

    private final String ruleSet;
    private final String table;
    private final String pattern;
    private final Map<Key, RuleColumn> columns = new LinkedHashMap<>();
    private final List<RowDraft> rows = new ArrayList<>();

    /** @param pattern the fact that rows match */
    RuleTableDraft(String ruleSet, String table, String pattern) {
        this.ruleSet = ruleSet;
        this.table = table;
        this.pattern = pattern;
    }

    /** One rule. */
    final class RowDraft {
        private final String name;
        private final String because;
        private final Map<Key, String> cells = new HashMap<>();

        private RowDraft(String name, String because) {
            this.name = name;
            this.because = because;
        }

        /** A constraint that every row of the table has. */
        RowDraft always(String template, String label, String cell) {
            return fill(FIRST, Kind.CONDITION, template, label, cell);
        }

        /** @param place number of the sheet's column that says so */
        RowDraft when(int place, String label, ConditionCode code) {
            return fill(place, Kind.CONDITION, code.template(), label + " " + code.label(), code.cell());
        }

        RowDraft when(RowHead head) {
            for (Clause clause : head.clauses()) {
                when(
                        clause.cell().column(),
                        label(clause.term()),
                        ConditionCode.of(clause.condition(), value(clause.term().key())));
            }
            return this;
        }

        /** @param cell null when the row does not say */
        RowDraft then(String template, String label, @Nullable String cell) {
            return cell == null ? this : fill(0, Kind.ACTION, template, label, cell);
        }

        private RowDraft fill(int place, Kind kind, String template, String label, String cell) {
            Key key = new Key(kind, place, template);
            columns.putIfAbsent(
                    key, new RuleColumn(kind, kind == Kind.CONDITION ? pattern : null, template, heading(label)));
            cells.put(key, cell);
            return this;
        }
    }

    /** A rule for a row that has a Rule ID, or for any other under a name that no Rule ID can be. */
    RowDraft row(RowHead head) {
        String name = head.ruleId() == null ? table + " row " + head.cell().row() : head.ruleId();
        return row(name, head.because() == null ? "" : words(head.because()));
    }

    RowDraft row(String name, String because) {
        RowDraft row = new RowDraft(name, because);
        rows.add(row);
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    RuleTablePlan plan() {
        Map<Key, RuleColumn> ordered = sorted(columns);
        List<RuleColumn> planned = new ArrayList<>();
        planned.add(new RuleColumn(Kind.NAME, null, "", "Rule ID"));
        planned.add(new RuleColumn(Kind.PRIORITY, null, "", "Priority"));
        planned.addAll(ordered.values());
        planned.add(new RuleColumn(Kind.DESCRIPTION, null, "", "Because"));
        List<List<@Nullable String>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            cells.add(cells(rows.get(i), rows.size() - i, ordered.keySet()));
        }
        return new RuleTablePlan(ruleSet, IMPORTS, table, planned, cells);
    }

    /** Conditions before actions, in the order of the sheet's columns, then of appearance. */
    private static Map<Key, RuleColumn> sorted(Map<Key, RuleColumn> columns) {
        Map<Key, RuleColumn> sorted = new LinkedHashMap<>();
        columns.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Key, RuleColumn> column) ->
                                column.getKey().kind())
                        .thenComparing(column -> column.getKey().place()))
                .forEach(column -> sorted.put(column.getKey(), column.getValue()));
        return sorted;
    }

    /** Rules of higher priority fire first, so rows fire from top to bottom. */
    private static List<@Nullable String> cells(RowDraft row, int priority, Set<Key> order) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add("\"" + row.name + "\"");
        cells.add(Integer.toString(priority));
        order.forEach(key -> cells.add(row.cells.get(key)));
        cells.add(row.because.isEmpty() ? null : "because: " + row.because);
        return cells;
    }

    /** A Java expression for a value that conditions can see. */
    static String value(String key) {
        return "values.get(" + CellCode.expression(key) + ")";
    }

    static String label(Term term) {
        return term.kind() == Term.Kind.ATTRIBUTE || term.kind() == Term.Kind.INDICATOR
                ? term.field() == null ? term.key() : term.field().label()
                : term.key();
    }

    private static String words(Sentence because) {
        StringBuilder words = new StringBuilder();
        for (Sentence.Part part : because.parts()) {
            if (part instanceof Sentence.Part.Words text) {
                words.append(text.text());
            } else if (part instanceof Sentence.Part.Blank blank) {
                words.append('{').append(label(blank.term())).append('}');
            }
        }
        return plain(words.toString());
    }

    /** No cell may start with the word that starts a table. */
    private static String heading(String label) {
        String words = plain(label);
        return words.toLowerCase(Locale.ROOT).startsWith("ruletable") ? "· " + words : words;
    }

    /** A line within a comment, which it neither ends nor starts. */
    private static String plain(String text) {
        return Printable.line(text).replace("*/", "* /").replace("/*", "/ *").strip();
    }
}
