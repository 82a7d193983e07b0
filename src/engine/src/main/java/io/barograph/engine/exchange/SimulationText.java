package io.barograph.engine.exchange;

import io.barograph.engine.simulation.SimulationReport;
import io.barograph.engine.simulation.SimulationReport.Affected;
import io.barograph.engine.simulation.SimulationReport.Attribution;
import io.barograph.engine.simulation.SimulationReport.BandMove;
import io.barograph.engine.simulation.SimulationReport.Workload;
import io.barograph.engine.text.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What another model would do, for a terminal of 80 columns. */
public final class SimulationText {

    private static final int WIDTH = 80;
    private static final int NAME = 34;
    private static final int MATRIX_NAME = 22;
    private static final int COUNT = 11;
    private static final int DAYS_SHOWN = 3;
    private static final String BOLD = "1";

    private final SimulationReport report;
    private final Look look;
    private final StringBuilder out = new StringBuilder();

    private SimulationText(SimulationReport report, Look look) {
        this.report = report;
        this.look = look;
    }

    /** @param before name of the model that decides now */
    public static String of(String before, String after, SimulationReport report, Look look) {
        SimulationText text = new SimulationText(report, look);
        text.summary(before, after);
        if (report.differing() > 0) {
            text.bands();
            text.affected();
            text.undecided();
            text.playbooks();
            text.workload();
            text.largest();
            text.attribution();
        }
        return text.out.toString();
    }

    private void summary(String before, String after) {
        wrapped(
                "%s, decided by `%s` instead of `%s`"
                        .formatted(count(report.accounts(), "account", "accounts"), after, before),
                0);
        wrapped(
                report.differing() == 0
                        ? "no account differs"
                        : count(report.differing(), "differs", "differ")
                                + (report.segmentChanges() == 0
                                        ? ""
                                        : ", " + String.format(Locale.ROOT, "%,d", report.segmentChanges())
                                                + " of them in another segment"),
                0);
    }

    /** A table a segment in which a band moves: from the row to the column. */
    private void bands() {
        Map<String, List<BandMove>> segments = new LinkedHashMap<>();
        report.moves()
                .forEach(move -> segments.computeIfAbsent(move.segment(), any -> new ArrayList<>())
                        .add(move));
        segments.values()
                .removeIf(moves -> moves.stream().allMatch(move -> move.from().equals(move.to())));
        if (segments.isEmpty()) {
            return;
        }
        heading("Bands: from the row to the column");
        segments.forEach(this::matrix);
    }

    private void matrix(String segment, List<BandMove> moves) {
        Set<String> names = new LinkedHashSet<>();
        report.moves().forEach(move -> names.add(move.from()));
        report.moves().forEach(move -> names.add(move.to()));
        names.removeIf(name -> moves.stream()
                .noneMatch(move -> move.from().equals(name) || move.to().equals(name)));
        int cell = Math.min(COUNT, (WIDTH - MATRIX_NAME) / names.size());
        StringBuilder header = new StringBuilder(indented(2, segment, MATRIX_NAME));
        names.forEach(name -> header.append(look.right(name, cell)));
        line(look.styled(BOLD, header.toString()));
        for (String from : names) {
            StringBuilder row = new StringBuilder(indented(4, from, MATRIX_NAME));
            for (String to : names) {
                long accounts = moves.stream()
                        .filter(move -> move.from().equals(from) && move.to().equals(to))
                        .mapToLong(BandMove::accounts)
                        .sum();
                row.append(look.right(accounts == 0 ? "·" : String.format(Locale.ROOT, "%,d", accounts), cell));
            }
            if (moves.stream().anyMatch(move -> move.from().equals(from))) {
                line(row.toString());
            }
        }
    }

    private void affected() {
        heading("ARR of accounts that change band");
        affected("better band", report.up());
        affected("worse band", report.down());
    }

    private void affected(String what, Affected affected) {
        String without = affected.withoutArr() == 0
                ? ""
                : String.format(Locale.ROOT, "  (%,d without ARR)", affected.withoutArr());
        line(indented(2, what, NAME)
                + look.right(String.format(Locale.ROOT, "%,d", affected.accounts()), COUNT)
                + look.right(Wording.amount(affected.arr()), 2 * COUNT)
                + without);
    }

    private void undecided() {
        if (report.undecidedBefore() == report.undecidedAfter()
                && report.newlyUndecided().isEmpty()) {
            return;
        }
        heading("Undecided");
        line(String.format(Locale.ROOT, "  %,d before, %,d after", report.undecidedBefore(), report.undecidedAfter()));
        if (!report.newlyUndecided().isEmpty()) {
            wrapped("newly: " + String.join(", ", report.newlyUndecided()), 2);
        }
    }

    private void playbooks() {
        if (report.playbooks().isEmpty()) {
            return;
        }
        columns("Playbooks", "newly", "no longer");
        report.playbooks()
                .forEach(shift ->
                        line(indented(2, shift.playbook(), NAME) + number(shift.newly()) + number(shift.noLonger())));
    }

    private void workload() {
        List<Workload> changed = report.workload().stream()
                .filter(work -> work.newly() > 0 || work.noLonger() > 0)
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        columns("Tasks by owner role", "before", "after", "newly", "no longer");
        for (Workload work : changed) {
            line(indented(2, work.ownerRole(), NAME)
                    + number(work.before())
                    + number(work.after())
                    + number(work.newly())
                    + number(work.noLonger()));
            if (!work.due().isEmpty()) {
                wrapped("new ones due " + days(work), 4);
            }
        }
    }

    private static String days(Workload work) {
        String days = work.due().entrySet().stream()
                .limit(DAYS_SHOWN)
                .map(day -> day.getKey() + " (" + day.getValue() + ")")
                .collect(Collectors.joining(", "));
        int more = work.due().size() - DAYS_SHOWN;
        return more > 0 ? days + " and on " + count(more, "later day", "later days") : days;
    }

    private void largest() {
        if (report.largest().isEmpty()) {
            return;
        }
        heading("Largest moves of Overall");
        for (SimulationReport.ScoreMove move : report.largest()) {
            String bands =
                    move.bandFrom().equals(move.bandTo()) ? move.bandTo() : move.bandFrom() + " → " + move.bandTo();
            line(look.right(Wording.points(move.points()), 9)
                    + "  "
                    + look.left(move.accountId(), 28)
                    + look.right(Wording.score(move.from()), 7)
                    + " → "
                    + look.right(Wording.score(move.to()), 6)
                    + "  "
                    + look.shortened(bands, WIDTH - 57));
        }
    }

    private void attribution() {
        heading("Which change does it, each given those above it");
        BigDecimal points = BigDecimal.ZERO;
        Map<String, Long> bands = new LinkedHashMap<>();
        for (Attribution step : report.attribution()) {
            String place =
                    step.place().isEmpty() ? "" : step.place() + (step.subject() == null ? "" : " · " + step.subject());
            if (!place.isEmpty()) {
                wrapped(place, 2);
            }
            wrapped(step.what(), 4);
            wrapped(effect(step), 6);
            points = points.add(step.points());
            step.bands().forEach((band, accounts) -> bands.merge(band, accounts, Long::sum));
        }
        bands.values().removeIf(accounts -> accounts == 0);
        wrapped("All together", 2);
        wrapped(
                "Overall " + Wording.points(points) + " points over all accounts" + (bands.isEmpty() ? "" : " · ")
                        + net(bands),
                6);
    }

    private static String effect(Attribution step) {
        List<String> effects = new ArrayList<>();
        if (step.scores() > 0) {
            effects.add("Overall " + Wording.points(step.points()) + " points over "
                    + count(step.scores(), "account", "accounts"));
        }
        if (!step.bands().isEmpty()) {
            effects.add(net(step.bands()));
        }
        if (step.newPlaybooks() + step.lostPlaybooks() > 0) {
            effects.add("playbooks +" + step.newPlaybooks() + " −" + step.lostPlaybooks());
        }
        return String.join(" · ", effects);
    }

    private static String net(Map<String, Long> bands) {
        return bands.entrySet().stream()
                .map(band -> band.getKey() + (band.getValue() < 0 ? " −" : " +") + Math.abs(band.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    private String number(long count) {
        return look.right(count == 0 ? "·" : String.format(Locale.ROOT, "%,d", count), COUNT);
    }

    private void columns(String title, String... columns) {
        StringBuilder header = new StringBuilder(look.left(title, NAME));
        for (String column : columns) {
            header.append(look.right(column, COUNT));
        }
        out.append('\n');
        line(look.styled(BOLD, header.toString()));
    }

    private void heading(String text) {
        out.append('\n');
        line(look.styled(BOLD, look.shortened(text, WIDTH)));
    }

    private String indented(int indent, String text, int width) {
        return " ".repeat(indent) + look.left(text, width - indent);
    }

    private void wrapped(String text, int indent) {
        Printable.wrapped(look.written(text), WIDTH - indent).forEach(part -> line(" ".repeat(indent) + part));
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
