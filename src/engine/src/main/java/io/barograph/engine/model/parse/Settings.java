package io.barograph.engine.model.parse;

import io.barograph.engine.model.parse.SettingsTable.Setting;
import io.barograph.engine.model.parse.SettingsTable.SettingRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a workbook's Model sheet. */
final class Settings {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Settings() {}

    static Settings of(List<SettingRow> rows) {
        Settings settings = new Settings();
        for (SettingRow row : rows) {
            if (row.value() != null) {
                settings.values.putIfAbsent(row.setting().name(), row.value());
            }
        }
        return settings;
    }

    @SuppressWarnings("unchecked")
    <T> @Nullable T get(Setting<T> setting) {
        return (T) values.get(setting.name());
    }
}
