package io.barograph.engine.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A native Drools RuleTable workbook to be written: one sheet, one table, a rule a row. What it says, not how it looks.
 *
 * @param ruleSet the rules' package
 * @param imports classes the templates name
 * @param table what follows the word RuleTable
 * @param columns in order; the first is {@link Kind#NAME}
 * @param rows cells in column order; null for an empty one
 */
public record RuleTablePlan(
        String ruleSet,
        List<String> imports,
        String table,
        List<RuleColumn> columns,
        List<List<@Nullable String>> rows) {

    /** What a column is to Drools, named as its header writes it. */
    public enum Kind {
        NAME,
        DESCRIPTION,
        CONDITION,
        ACTION,
        PRIORITY
    }

    /**
     * A column.
     *
     * @param pattern what conditions are about, for example {@code $s : Stage}; neighbours with the same one share it; null
     *     for other kinds
     * @param template code with the place of the cell's text; empty for columns that take none
     * @param label what the column says, for people
     */
    public record RuleColumn(Kind kind, @Nullable String pattern, String template, String label) {}

    public RuleTablePlan {
        imports = List.copyOf(imports);
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.get(0).kind() != Kind.NAME) {
            throw new IllegalArgumentException("rule table `" + table + "` must start with the rules' names");
        }
        List<List<@Nullable String>> copy = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("rule table `" + table + "` has " + columns.size()
                        + " columns, but a row has " + row.size() + " cells: " + row);
            }
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }
}
