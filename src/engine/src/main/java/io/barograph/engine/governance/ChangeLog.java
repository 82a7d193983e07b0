package io.barograph.engine.governance;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Dates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What changed in released versions, from {@code CHANGELOG.md}: a heading {@code ## <model> <release>, <date>} a version, below it at least
 * the items {@code * **What.** …}, {@code * **Why.** …}, {@code * **Who.** …} and {@code * **Evidence.** …}.
 *
 * @param entries in the order of the file
 */
public record ChangeLog(List<Entry> entries) {

    private static final Pattern HEADING = Pattern.compile("## +(\\S+) +([1-9][0-9]{0,6}), +(\\S+) *");
    private static final List<String> ITEMS = List.of("What", "Why", "Who", "Evidence");

    /**
     * One version.
     *
     * @param line of its heading, from 1
     * @param text below the heading
     */
    public record Entry(int line, String model, int release, LocalDate date, String text) {}

    public ChangeLog {
        entries = List.copyOf(entries);
    }

    /** The entry of a version; empty when it has none. */
    public Optional<Entry> of(String model, int release) {
        return entries.stream()
                .filter(entry -> entry.model().equals(model) && entry.release() == release)
                .findFirst();
    }

    /** @param file name to show in issues, which carry line numbers */
    public static ChangeLog read(String file, byte[] markdown, Issues issues) {
        List<String> lines =
                new String(markdown, StandardCharsets.UTF_8).lines().toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("## ")) {
                Entry entry = entry(file, i, lines, issues);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        ChangeLog log = new ChangeLog(entries);
        for (Entry entry : entries) {
            if (log.of(entry.model(), entry.release()).orElseThrow().line() != entry.line()) {
                error(
                        issues,
                        file,
                        entry.line(),
                        "version " + entry.release() + " of `" + entry.model() + "` has two entries; make them one");
            }
        }
        return log;
    }

    private static @Nullable Entry entry(String file, int at, List<String> lines, Issues issues) {
        Matcher heading = HEADING.matcher(lines.get(at));
        LocalDate date = heading.matches() ? Dates.parse(heading.group(3)).orElse(null) : null;
        if (date == null) {
            error(
                    issues,
                    file,
                    at + 1,
                    "the heading of a version must read `## <model> <release>, <date>`, for example"
                            + " `## customer-health 2, 2026-03-01`");
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < lines.size() && !lines.get(i).startsWith("## "); i++) {
            text.append(lines.get(i)).append('\n');
        }
        Entry entry = new Entry(at + 1, heading.group(1), Integer.parseInt(heading.group(2)), date, text.toString());
        for (String item : ITEMS) {
            if (!Pattern.compile("(?m)^\\* \\*\\*" + item + "\\.\\*\\* +\\S")
                    .matcher(text)
                    .find()) {
                error(
                        issues,
                        file,
                        entry.line(),
                        "version " + entry.release() + " of `" + entry.model() + "` does not say `" + item
                                + "`; add a line `* **" + item + ".** …`");
            }
        }
        return entry;
    }

    private static void error(Issues issues, String file, int line, String message) {
        issues.error(IssueCode.BAD_POLICY, CellAddress.ofLine(file, line), message);
    }
}
