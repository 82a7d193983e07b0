package io.barograph.engine.governance;

import io.barograph.engine.contract.YamlMap;
import io.barograph.engine.override.OverrideKind;
import io.barograph.engine.override.OverrideLimits;
import io.barograph.engine.override.OverrideLimits.Beyond;
import io.barograph.engine.text.Names;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code overrides} of decision rights: which kinds, how far, and what becomes of those that go further. */
final class OverrideLimitsReader {

    private static final String SECTION = "overrides";
    private static final String KINDS = "kinds";
    private static final String UP = "bands_up";
    private static final String DOWN = "bands_down";
    private static final String BEYOND = "beyond";
    private static final String REFUSED = "refused";
    private static final String SECOND_PERSON = "second-person";
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(KINDS, UP, DOWN, BEYOND));

    private final PolicyFile file;
    private final YamlMap section;

    private OverrideLimitsReader(PolicyFile file, YamlMap section) {
        this.file = file;
        this.section = section;
    }

    /** @param standard what holds where nothing is said; null in the standard itself, where then no override may be made */
    static OverrideLimits read(PolicyFile file, YamlMap map, @Nullable OverrideLimits standard) {
        OverrideLimits otherwise = standard == null ? OverrideLimits.NONE : standard;
        if (map.value(SECTION) == null) {
            return otherwise;
        }
        YamlMap section = file.section(map, SECTION, KEYS);
        return section == null ? otherwise : new OverrideLimitsReader(file, section).limits(standard);
    }

    private OverrideLimits limits(@Nullable OverrideLimits standard) {
        return new OverrideLimits(
                standard != null && isUnsaid(KINDS) ? standard.kinds() : kinds(),
                standard != null && isUnsaid(UP) ? standard.bandsUp() : file.count(section, UP, 0),
                standard != null && isUnsaid(DOWN) ? standard.bandsDown() : file.count(section, DOWN, 0),
                standard != null && isUnsaid(BEYOND) ? standard.beyond() : beyond());
    }

    private boolean isUnsaid(String key) {
        return section.value(key) == null;
    }

    private Set<OverrideKind> kinds() {
        Set<OverrideKind> kinds = EnumSet.noneOf(OverrideKind.class);
        if (isUnsaid(KINDS)) {
            file.error(
                    section.place(KINDS),
                    "`" + KINDS + "` is missing; list some of `" + String.join("`, `", OverrideKind.labels()) + "`");
        }
        for (String text : section.texts(KINDS)) {
            OverrideKind.of(text)
                    .ifPresentOrElse(
                            kinds::add,
                            () -> file.error(
                                    section.place(KINDS),
                                    "`" + KINDS + "` has `" + text + "`, which is no kind of override; "
                                            + Names.closest(text, OverrideKind.labels())
                                                    .map(close -> "did you mean `" + close + "`?")
                                                    .orElse("known are `" + String.join("`, `", OverrideKind.labels())
                                                            + "`")));
        }
        return kinds;
    }

    private Beyond beyond() {
        String text = section.text(BEYOND);
        if (SECOND_PERSON.equals(text)) {
            return Beyond.SECOND_PERSON;
        }
        if (!REFUSED.equals(text)) {
            file.error(
                    section.place(BEYOND),
                    "`" + BEYOND + "` " + (text == null ? "is missing" : "is `" + text + "`") + "; write `" + REFUSED
                            + "` or `" + SECOND_PERSON + "`");
        }
        return Beyond.REFUSED;
    }
}
