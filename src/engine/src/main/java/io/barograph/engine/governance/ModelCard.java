package io.barograph.engine.governance;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What must stand in a model card: the sections of Mitchell and others, Model Cards for Model Reporting (2019), in the field's words, and a word on
 * every released version.
 */
final class ModelCard {

    private static final List<String> SECTIONS = List.of(
            "Intended use",
            "Out of scope",
            "Definitions",
            "Data",
            "Assumptions",
            "Metrics",
            "Limits",
            "Fairness and protected attributes",
            "Human oversight",
            "Version history");

    private ModelCard() {}

    /** @param file name to show in issues */
    static void check(String file, byte[] markdown, String model, List<Release> releases, Issues issues) {
        List<String> lines =
                new String(markdown, StandardCharsets.UTF_8).lines().toList();
        for (String section : SECTIONS) {
            if (!lines.contains("## " + section)) {
                error(issues, file, "the model card has no section `" + section + "`; add `## " + section + "`");
            }
        }
        if (lines.isEmpty() || !lines.get(0).equals("# Model card: " + model)) {
            error(issues, file, "the model card must start with `# Model card: " + model + "`");
        }
        List<String> history = lines.subList(Math.max(0, lines.indexOf("## Version history")), lines.size());
        for (Release release : releases) {
            int number = release.manifest().release();
            if (history.stream().noneMatch(line -> line.startsWith("* **" + number + "**"))) {
                error(
                        issues,
                        file,
                        "`Version history` says nothing of version " + number + "; add a line `* **" + number
                                + "** …`");
            }
        }
    }

    private static void error(Issues issues, String file, String message) {
        issues.error(IssueCode.BAD_POLICY, CellAddress.ofFile(file), message);
    }
}
