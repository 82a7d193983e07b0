package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of sheet is laid out.
 *
 * @param others what headers besides its own may be
 * @param own its own columns in the order they are read, the common ones included
 * @param says the columns of which the first filled one says what a row does
 */
record TableForm(Table table, Others others, List<Column<?>> own, List<Column<?>> says) {

    /** Headers that are not the table's own. */
    enum Others {
        NONE,
        CONDITIONS,
        DIMENSIONS,
        /** What is known about an account, and what is expected of its decision. */
        EXAMPLES
    }

    private static final Pattern RULE_IDS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static final Column<String> RULE_ID = Column.optional("Rule ID", (cell, place, row) -> {
        String id = Names.clean(cell.text());
        if (RULE_IDS.matcher(id).matches()) {
            return id;
        }
        place.error(
                IssueCode.BAD_RULE_ID,
                "bad Rule ID " + Wording.quoted(id),
                "use up to 64 letters, digits, dots, underscores and hyphens");
        return null;
    });
    static final Column<Boolean> ACTIVE = Column.optional("Active", Cells.yesOrNo());
    static final Column<Sentence> BECAUSE = Column.optional(
            "Because", (cell, place, row) -> SentenceParser.parse(cell.text().strip(), row.scope(), place));
    static final Column<String> NOTE = Column.optional("Note", Cells.text());

    static TableForm of(Table table, Others others, List<Column<?>> columns, Column<?>... says) {
        Column.Need need = table.fires() ? Column.Need.VALUE : Column.Need.NOTHING;
        List<Column<?>> all = new ArrayList<>();
        all.add(ACTIVE);
        all.add(RULE_ID.withNeed(need));
        all.addAll(columns);
        all.add(BECAUSE.withNeed(need));
        all.add(NOTE);
        return new TableForm(table, others, all, List.of(says));
    }

    TableForm {
        own = List.copyOf(own);
        says = List.copyOf(says);
    }

    /** The own column with that header, however it is written; null when there is none. */
    @Nullable Column<?> own(String header) {
        return own.stream()
                .filter(column -> column.isCalled(header))
                .findFirst()
                .orElse(null);
    }

    /** The column in which a row may say that it only adds up the others; null where rows never do. */
    @Nullable Column<?> totals() {
        boolean adds = table == Table.WEIGHTS || table == Table.OVERALL;
        return adds
                ? own.stream()
                        .filter(column -> column.part() == Column.Part.SUBJECT)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    List<String> ownHeaders() {
        return own.stream().<String>map(Column::header).toList();
    }
}
