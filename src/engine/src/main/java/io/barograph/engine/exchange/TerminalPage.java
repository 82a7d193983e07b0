package io.barograph.engine.exchange;

import io.barograph.engine.text.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Lines of at most 80 columns. Every text passes {@link #shown} or {@link #wrapped}, which leave nothing to obey. */
final class TerminalPage implements Page {

    private static final int WIDTH = 80;
    private static final int NAME = 22;
    private static final int POINTS = 7;
    private static final int BAR = 28;
    private static final int STRETCH = 44;
    private static final int LEAD = 7;
    private static final String MARGIN = "  ";

    private static final String BOLD = "1";
    private static final String QUIET = "2";

    private final Look look;
    private final StringBuilder out = new StringBuilder();

    TerminalPage(Look look) {
        this.look = look;
    }

    @Override
    public void title(String subject, String date, List<String> facts) {
        String day = shown(date, WIDTH);
        String name = shown(subject, WIDTH - Printable.columns(day) - 1);
        int gap = WIDTH - Printable.columns(name) - Printable.columns(day);
        line(styled(BOLD, name) + " ".repeat(gap) + day);
        line(styled(QUIET, (look.unicode() ? "─" : "-").repeat(WIDTH)));
        for (String line : wrapped(String.join(" · ", facts), WIDTH)) {
            line(line);
        }
    }

    @Override
    public void heading(String text) {
        line("");
        line(styled(BOLD, shown(text, WIDTH)));
    }

    @Override
    public void paragraph(String text) {
        line("");
        for (String line : wrapped(text, WIDTH - MARGIN.length())) {
            line(MARGIN + line);
        }
    }

    @Override
    public void remark(String text) {
        for (String line : wrapped(text, WIDTH - MARGIN.length())) {
            line(MARGIN + styled(QUIET, line));
        }
    }

    @Override
    public void gauges(List<Gauge> gauges) {
        Bar bar = new Bar(BAR, look.unicode());
        for (Gauge gauge : gauges) {
            BigDecimal score = gauge.score();
            Bar.Filled filled = bar.filled(score == null ? BigDecimal.ZERO : score);
            String named = gauge.band() == null ? "" : gauge.band();
            String number = right(score == null ? "none" : Wording.score(score), POINTS);
            String band = named.isEmpty() ? "" : MARGIN + look.inColourOf(named, shown(named, bandWidth()));
            line(MARGIN
                    + left(gauge.name(), NAME)
                    + MARGIN
                    + (gauge.main() ? styled(BOLD, number) : number)
                    + MARGIN
                    + look.inColourOf(named, filled.full())
                    + styled(QUIET, filled.rest())
                    + band);
        }
    }

    private static int bandWidth() {
        return WIDTH - NAME - POINTS - BAR - 4 * MARGIN.length();
    }

    @Override
    public void waterfall(List<Step> steps) {
        Bar bar = new Bar(STRETCH, look.unicode());
        for (Step step : steps) {
            String points = step.total() ? Wording.score(step.to()) : Wording.points(step.points());
            line(MARGIN
                    + left(step.name(), NAME)
                    + MARGIN
                    + right(points, POINTS)
                    + MARGIN
                    + (step.total()
                            ? styled(BOLD, bar.stretch(step.from(), step.to()))
                            : bar.stretch(step.from(), step.to())));
        }
    }

    @Override
    public void items(List<Item> items) {
        boolean leads = items.stream().anyMatch(item -> !item.lead().isEmpty());
        int indent = leads
                ? MARGIN.length()
                        + items.stream()
                                .mapToInt(item -> Printable.columns(shown(item.lead(), LEAD)))
                                .max()
                                .orElse(0)
                        + 1
                : MARGIN.length();
        items.forEach(item -> item(item, indent));
    }

    private void item(Item item, int indent) {
        String lead = right(item.lead(), indent - MARGIN.length() - 1);
        String before = indent > MARGIN.length() ? MARGIN + styled(BOLD, lead) + " " : MARGIN;
        for (String line : wrapped(item.headline(), WIDTH - indent)) {
            line(before + line);
            before = " ".repeat(indent);
        }
        for (String text : item.lines()) {
            for (String line : wrapped(text, WIDTH - indent)) {
                line(" ".repeat(indent) + line);
            }
        }
        if (item.source() != null) {
            for (String line : wrapped(item.source(), WIDTH - indent)) {
                line(" ".repeat(indent) + styled(QUIET, line));
            }
        }
    }

    private String left(String text, int width) {
        return look.left(text, width);
    }

    private String right(String text, int width) {
        return width < 1 ? "" : look.right(text, width);
    }

    private String shown(String text, int width) {
        return look.shortened(text, width);
    }

    private List<String> wrapped(String text, int width) {
        return new ArrayList<>(Printable.wrapped(look.written(text), width));
    }

    private String styled(String code, String text) {
        return look.styled(code, text);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    @Override
    public String text() {
        return out.toString();
    }
}
