package io.barograph.cli;

import io.barograph.engine.audit.Difference;
import io.barograph.engine.text.Printable;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells people what came of a replay: the verdict first. */
final class ReplayText {

    private static final int MOST_PLACES = 5;
    private static final int WIDTH = 60;

    private ReplayText() {}

    static String of(ReplayTally tally, String engine) {
        StringBuilder text = new StringBuilder(verdict(tally)).append('\n');
        if (tally.withoutValues() > 0) {
            line(text, "%,d of them without their sealed values, which played no part", tally.withoutValues());
        }
        tally.differing().forEach(differing -> text.append('\n').append(told(differing)));
        if (tally.different() > tally.differing().size()) {
            line(text, "%nand %,d more", tally.different() - tally.differing().size());
        }
        if (!tally.notReplayed().isEmpty()) {
            line(text, "%nnot decided again:");
            tally.notReplayed().forEach((reason, count) -> {
                line(text, "  %,d %s", count, reason);
                text.append("    ")
                        .append(Paragraph.of(Printable.line(tally.reasons().getOrDefault(reason, "")), 4));
            });
        }
        line(text, "");
        line(text, "recorded by engine %s; replayed by %s", counted(tally.engines()), engine);
        tally.models().forEach((digest, count) -> line(text, "%,d by model %s", count, Printable.line(digest)));
        return text.toString();
    }

    private static String verdict(ReplayTally tally) {
        if (tally.decisions() == 0) {
            return "no decision to decide again";
        }
        String of = tally.identical() == tally.decisions()
                ? String.format(Locale.ROOT, "%,d", tally.decisions())
                : String.format(Locale.ROOT, "%,d of %,d", tally.identical(), tally.decisions());
        String rest = tally.different() == 0 ? "" : String.format(Locale.ROOT, ", %,d DIFFERENT", tally.different());
        return of + (tally.decisions() == 1 ? " decision" : " decisions") + " decided again: identical" + rest;
    }

    private static String told(ReplayTally.Differing differing) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "record %d, account %s%n  decision %s",
                differing.index(),
                Printable.line(differing.accountId()),
                Printable.line(differing.decisionId()));
        for (Difference difference : differing
                .first()
                .subList(0, Math.min(MOST_PLACES, differing.first().size()))) {
            line(text, "  %s", Printable.line(difference.place()));
            line(text, "    recorded %s", shown(difference.recorded()));
            line(text, "    replayed %s", shown(difference.replayed()));
        }
        if (differing.total() > MOST_PLACES) {
            line(text, "  and %,d more places", differing.total() - MOST_PLACES);
        }
        return text.toString();
    }

    private static String shown(@Nullable String json) {
        if (json == null) {
            return "nothing";
        }
        String line = Printable.line(json);
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...";
    }

    private static String counted(Map<String, Long> versions) {
        return versions.isEmpty() ? "none" : Printable.line(String.join(", ", versions.keySet()));
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
