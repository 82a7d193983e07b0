package io.barograph.cli;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many accounts are in which band and segment, and how many could not be decided. */
final class Totals {

    private static final int LABEL = 30;
    private static final int COUNT = 11;
    private static final int BAR = 10;

    private final String model;
    private final Map<String, Long> bands = new LinkedHashMap<>();
    private final Map<String, Long> segments = new TreeMap<>();
    private long accounts;
    private long undecided;
    private long withoutBand;
    private long withoutSegment;
    private long withIssues;

    /** Bands and segments come in the order the model has them. */
    Totals(Model model) {
        this.model = model.name();
        for (SegmentModel segment : model.segmentModels()) {
            segment.thresholds().stream()
                    .filter(row -> row.score().equals(Decision.OVERALL))
                    .map(Row.ThresholdRow::band)
                    .forEach(band -> bands.put(band, 0L));
        }
        model.segments().forEach(row -> segments.put(row.segment(), 0L));
    }

    void add(Decision decision) {
        accounts++;
        String band = decision.overallBand();
        if (decision.status() == Decision.Status.UNDECIDED) {
            undecided++;
        } else if (band == null) {
            withoutBand++;
        } else {
            bands.merge(band, 1L, Long::sum);
        }
        if (!decision.issues().isEmpty()) {
            withIssues++;
        }
        if (decision.segment() == null) {
            withoutSegment++;
        } else {
            segments.merge(decision.segment(), 1L, Long::sum);
        }
    }

    /** For a terminal of 80 columns. */
    List<String> lines(Look look) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(Locale.ROOT, "%,d %s by `%s`", accounts, accounts == 1 ? "account" : "accounts", model));
        lines.add("");
        bands.forEach((band, count) -> lines.add(look.inColourOf(band, look.left(band, LABEL)) + share(count, look)));
        if (withoutBand > 0) {
            lines.add(look.left("no band", LABEL) + share(withoutBand, look));
        }
        lines.add(look.left("undecided", LABEL) + share(undecided, look));
        lines.add("");
        segments.forEach((segment, count) -> lines.add(look.left(segment, LABEL) + share(count, look)));
        if (withoutSegment > 0) {
            lines.add(look.left("no segment", LABEL) + share(withoutSegment, look));
        }
        if (withIssues > 0) {
            lines.add("");
            lines.add(look.left("with problems in their data", LABEL) + share(withIssues, look));
            lines.add(look.written("`explain` tells them for one account, `--format ndjson` for all"));
        }
        return lines;
    }

    private String share(long count, Look look) {
        BigDecimal percent = accounts == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(count * 100).divide(BigDecimal.valueOf(accounts), 1, RoundingMode.HALF_UP);
        return look.right(String.format(Locale.ROOT, "%,d", count), COUNT) + look.right(percent + " %", COUNT) + "  "
                + look.bar(percent, BAR);
    }
}
