package io.barograph.engine.exchange;

import io.barograph.engine.text.Printable;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Markdown. Every text passes {@link #escaped} or {@link #code}, so what looks like markup in it is text. */
final class MarkdownPage implements Page {

    private static final int BAR = 20;
    private static final Pattern MARKUP =
            Pattern.compile("[\\\\`*_\\[\\]<>#|~&@$]|:(?=//)|(?<=(?i:www))\\.|^[-+=]|(?<=^\\d{1,9})[.)]");
    private static final Bar SCALE = new Bar(BAR, true);

    private final StringBuilder out = new StringBuilder();

    @Override
    public void title(String subject, String date, List<String> facts) {
        line("# " + escaped(subject) + ", " + escaped(date));
        line("");
        line(escaped(String.join(" · ", facts)));
    }

    @Override
    public void heading(String text) {
        line("");
        line("## " + escaped(text));
    }

    @Override
    public void paragraph(String text) {
        line("");
        line(escaped(text));
    }

    @Override
    public void remark(String text) {
        line("");
        line("*" + escaped(text) + "*");
    }

    @Override
    public void gauges(List<Gauge> gauges) {
        line("");
        line("| Score | of 100 | | Band |");
        line("| --- | ---: | --- | --- |");
        for (Gauge gauge : gauges) {
            BigDecimal score = gauge.score();
            Bar.Filled filled = SCALE.filled(score == null ? BigDecimal.ZERO : score);
            String name = escaped(gauge.name());
            line("| " + (gauge.main() ? "**" + name + "**" : name) + " | "
                    + (score == null ? "none" : Wording.score(score)) + " | " + filled.full() + filled.rest() + " | "
                    + (gauge.band() == null ? "" : escaped(gauge.band())) + " |");
        }
    }

    @Override
    public void waterfall(List<Step> steps) {
        line("");
        line("| | Points | Total |");
        line("| --- | ---: | ---: |");
        for (Step step : steps) {
            String name = escaped(step.name());
            line(
                    step.total()
                            ? "| **" + name + "** | | **" + Wording.score(step.to()) + "** |"
                            : "| " + name + " | " + Wording.points(step.points()) + " | " + Wording.score(step.to())
                                    + " |");
        }
    }

    @Override
    public void items(List<Item> items) {
        line("");
        for (Item item : items) {
            String lead = item.lead().isEmpty() ? "" : "**" + escaped(item.lead()) + "** ";
            line("- " + lead + escaped(item.headline())
                    + (item.lines().isEmpty() && item.source() == null ? "" : "  "));
            for (int i = 0; i < item.lines().size(); i++) {
                boolean last = i == item.lines().size() - 1 && item.source() == null;
                line("  " + escaped(item.lines().get(i)) + (last ? "" : "  "));
            }
            if (item.source() != null) {
                line("  " + code(item.source()));
            }
        }
    }

    private static String escaped(String text) {
        return MARKUP.matcher(Printable.line(text).strip()).replaceAll("\\\\$0");
    }

    private static String code(String text) {
        return "`" + Printable.line(text).strip().replace('`', '\'') + "`";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    @Override
    public String text() {
        return out.toString();
    }
}
