package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Model: a workbook's settings, one a row. */
final class SettingsTable {

    /** A setting and how its value reads. */
    record Setting<T>(String name, CellReader<T> reader) {}

    /** @param value of the type the setting's reader yields; null when the cell is empty */
    record SettingRow(Setting<?> setting, @Nullable Object value) {}

    static final Setting<String> SEGMENT = new Setting<>("Segment", Cells.name());
    static final Setting<String> OWNER_ROLE = new Setting<>("Owner role", Cells.text());
    static final Setting<String> DESCRIPTION = new Setting<>("Description", Cells.text());
    static final Setting<String> CADENCE =
            new Setting<>("Scoring cadence", Cells.oneOf(List.of("daily", "weekly", "monthly")));
    static final Setting<BigDecimal> MINIMUM_COVERAGE = new Setting<>("Minimum coverage %", Cells.points());
    static final Setting<String> REVIEW_BY = new Setting<>("Review by", Cells.date());

    private static final List<Setting<?>> SETTINGS =
            List.of(SEGMENT, OWNER_ROLE, DESCRIPTION, CADENCE, MINIMUM_COVERAGE, REVIEW_BY);

    static final Column<Setting<?>> SETTING = Column.subject("Setting", (cell, place, row) -> {
        for (Setting<?> setting : SETTINGS) {
            if (Names.same(setting.name(), cell.text())) {
                return setting;
            }
        }
        List<String> names = SETTINGS.stream().<String>map(Setting::name).toList();
        place.error(
                IssueCode.BAD_SETTING,
                "unknown setting " + Wording.quoted(cell.text()),
                Wording.hint(cell.text(), names));
        return null;
    });
    /** An empty value leaves a setting unset. */
    static final Column<Object> VALUE =
            new Column<>("Value", Column.Need.HEADER, Column.Part.RESULT, (cell, place, row) -> {
                Setting<?> setting = row.get(SETTING);
                return setting == null ? null : setting.reader().read(cell, place, row);
            });

    static final TableKind<SettingRow> KIND = new TableKind<>(
            TableForm.of(Table.MODEL, TableForm.Others.NONE, List.of(SETTING, VALUE), VALUE),
            (row, head) -> new SettingRow(row.need(SETTING), row.get(VALUE)));

    private SettingsTable() {}
}
