package io.barograph.service.decisions;

import io.barograph.engine.text.Numbers;
import io.barograph.engine.text.Printable;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes an explanation out, plain or as Markdown. Names, sentences and values are other people's words: they stay text. */
final class ExplanationText {

    private static final Pattern MARKDOWN = Pattern.compile("([\\\\`*_{}\\[\\]<>#|~!&])");

    private final boolean markdown;
    private final StringBuilder out = new StringBuilder();

    private ExplanationText(boolean markdown) {
        this.markdown = markdown;
    }

    static String plain(Explanation explanation) {
        return new ExplanationText(false).write(explanation);
    }

    static String markdown(Explanation explanation) {
        return new ExplanationText(true).write(explanation);
    }

    private String write(Explanation explanation) {
        out.append(markdown ? "# " : "").append(words(explanation.headline())).append("\n\n");
        line("Segment", explanation.segment());
        line("Tier", explanation.tier());
        BigDecimal coverage = explanation.coverage();
        line("Data coverage", coverage == null ? null : Numbers.display(coverage) + " %");
        line("Confidence", explanation.confidence());
        section(
                "Scores",
                explanation.scores().entrySet().stream()
                        .map(score -> score.getKey() + ": " + Numbers.display(score.getValue())
                                + band(explanation, score.getKey()))
                        .toList());
        section(
                "What pulls it down",
                explanation.pullsDown().stream().map(ExplanationText::influence).toList());
        section(
                "What pulls it up",
                explanation.pullsUp().stream().map(ExplanationText::influence).toList());
        section(
                "Limits that apply",
                explanation.limits().stream().map(ExplanationText::limit).toList());
        section(
                "What to do",
                explanation.playbooks().stream().map(ExplanationText::step).toList());
        section(
                "Not now",
                explanation.notNow().stream().map(ExplanationText::step).toList());
        section("What to know about the data", explanation.issues());
        return out.toString();
    }

    private void line(String name, @Nullable String value) {
        if (value != null) {
            out.append(markdown ? "- " : "")
                    .append(name)
                    .append(": ")
                    .append(words(value))
                    .append('\n');
        }
    }

    private void section(String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        out.append('\n').append(markdown ? "## " : "").append(title).append(markdown ? "\n\n" : "\n");
        items.forEach(
                item -> out.append(markdown ? "- " : "  - ").append(words(item)).append('\n'));
    }

    private String words(String text) {
        String line = Printable.line(text);
        return markdown ? MARKDOWN.matcher(line).replaceAll("\\\\$1") : line;
    }

    private static String band(Explanation explanation, String score) {
        String band = explanation.bands().get(score);
        return band == null ? "" : " (" + band + ")";
    }

    private static String influence(Explanation.Influence pull) {
        String value = pull.value() == null ? "missing" : value(pull.value());
        return signed(pull.points()) + "  " + pull.label() + ": " + value + because(pull.rule());
    }

    private static String limit(Explanation.Limit limit) {
        return signed(limit.points()) + "  " + limit.score() + because(limit.rule());
    }

    private static String step(Explanation.Step step) {
        StringBuilder text = new StringBuilder(step.playbook());
        append(text, ": ", step.action());
        append(text, "; ", step.ownerRole());
        append(text, ", due ", step.due());
        append(text, "; suppressed by ", step.suppressedBy());
        append(text, "; cools down until ", step.coolingUntil());
        return text + because(step.rule());
    }

    private static void append(StringBuilder text, String before, @Nullable Object value) {
        if (value != null) {
            text.append(before).append(value);
        }
    }

    private static String because(Explanation.@Nullable Rule rule) {
        if (rule == null) {
            return "";
        }
        String place = rule.ruleId() == null ? rule.cell() : rule.ruleId() + ", " + rule.cell();
        return (rule.because() == null ? "" : ". " + rule.because()) + " (" + place + ")";
    }

    private static String signed(BigDecimal points) {
        return (points.signum() > 0 ? "+" : "") + Numbers.display(points);
    }

    private static String value(Object value) {
        return value instanceof BigDecimal number ? Numbers.display(number) : value.toString();
    }
}
