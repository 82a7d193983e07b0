package io.barograph.testkit.large;

import io.barograph.testkit.WorkbookBuilder;
import io.barograph.testkit.WorkbookBuilder.SheetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Scoring without gap or overlap: the more rows, the more industries, then plans, have ranges of their own. */
final class LargeScoring {

    private static final int MOST_RANGES = 6;
    private static final int FEWEST_RANGES = 3;

    /** The accounts that a group of rows is about. */
    private record Group(
            @Nullable String industry, @Nullable String plan) {}

    private final LargeRows draw;
    private final LargeContract contract;
    private final List<LargeField> indicators;

    LargeScoring(LargeRows draw, LargeContract contract, List<LargeField> indicators) {
        this.draw = draw;
        this.contract = contract;
        this.indicators = indicators;
    }

    /** @return how many rows it took; about {@code budget} */
    int write(WorkbookBuilder workbook, int budget) {
        SheetBuilder sheet = workbook.sheet("Scoring")
                .header(
                        "Rule ID",
                        contract.industry().label(),
                        contract.plan().label(),
                        "Indicator",
                        "Value",
                        "Score",
                        "Score at end",
                        "Because");
        int written = 0;
        for (int i = 0; i < indicators.size(); i++) {
            int share = (budget - written) / (indicators.size() - i);
            written += indicator(sheet, indicators.get(i), share);
        }
        return written;
    }

    private int indicator(SheetBuilder sheet, LargeField field, int share) {
        List<Group> groups = groups(share / FEWEST_RANGES);
        int written = 0;
        for (Group group : groups) {
            int ranges = Math.max(2, Math.min(MOST_RANGES, share / groups.size()));
            written += field.isNumber() ? ranges(sheet, field, group, ranges) : texts(sheet, field, group);
        }
        return written;
    }

    private List<Group> groups(int most) {
        List<Group> groups = new ArrayList<>();
        List<String> industries = withMissing(contract.industry());
        List<String> plans = withMissing(contract.plan());
        if (most < industries.size()) {
            return List.of(new Group(null, null));
        }
        int split = (most - industries.size()) / (plans.size() - 1);
        for (int i = 0; i < industries.size(); i++) {
            if (i < split) {
                String industry = industries.get(i);
                plans.forEach(plan -> groups.add(new Group(industry, plan)));
            } else {
                groups.add(new Group(industries.get(i), null));
            }
        }
        return groups;
    }

    private static List<String> withMissing(LargeField field) {
        List<String> values = new ArrayList<>(field.texts());
        values.add("missing");
        return values;
    }

    private int ranges(SheetBuilder sheet, LargeField field, Group group, int count) {
        TreeSet<Integer> cuts = new TreeSet<>();
        while (cuts.size() < Math.min(count, field.most()) - 1) {
            cuts.add(draw.between(1, field.most() - 1));
        }
        cuts.add(field.most());
        int from = 0;
        int score = draw.between(0, 20);
        for (int to : cuts) {
            int end = Math.min(100, score + draw.between(2, 80 / cuts.size()));
            row(sheet, field, group, from + ".." + to, score, draw.chance(50) ? end : null);
            from = to;
            score = end;
        }
        return cuts.size();
    }

    private int texts(SheetBuilder sheet, LargeField field, Group group) {
        for (int i = 0; i < field.texts().size(); i++) {
            row(sheet, field, group, field.texts().get(i), draw.between(i * 25, i * 25 + 25), null);
        }
        return field.texts().size();
    }

    private void row(
            SheetBuilder sheet, LargeField field, Group group, String value, int score, @Nullable Integer end) {
        sheet.row(
                draw.id("SC"),
                group.industry(),
                group.plan(),
                field.label(),
                value,
                score,
                end,
                field.label() + " of {" + field.label() + "} counts as " + score + " points"
                        + (group.industry() == null ? "." : " in " + group.industry() + "."));
    }
}
