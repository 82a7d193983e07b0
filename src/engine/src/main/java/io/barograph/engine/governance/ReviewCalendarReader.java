package io.barograph.engine.governance;

import io.barograph.engine.contract.YamlMap;
import io.barograph.engine.governance.ReviewCalendar.Held;
import io.barograph.engine.governance.ReviewCalendar.Review;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Dates;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code review-calendar.yaml}: {@code reviews} that come again, and those {@code held}. */
public final class ReviewCalendarReader {

    private static final Map<String, Cadence> CADENCES =
            Arrays.stream(Cadence.values()).collect(Collectors.toMap(Cadence::label, Function.identity()));
    private static final String REVIEW = "review";
    private static final String PERIOD = "period";
    private static final String EVERY = "every";
    private static final String FIRST = "first";

    private final PolicyFile file;

    private ReviewCalendarReader(PolicyFile file) {
        this.file = file;
    }

    /**
     * @param file name to show in issues, which carry line numbers
     * @return null when there was an error
     */
    public static @Nullable ReviewCalendar read(String file, byte[] yaml, Issues issues) {
        PolicyFile policy = PolicyFile.read(file, yaml, "the review calendar", Set.of("reviews", "held"));
        YamlMap document = policy.document();
        ReviewCalendar calendar = document == null ? null : new ReviewCalendarReader(policy).calendar(document);
        issues.addAll(policy.findings().issues().sorted());
        return policy.findings().issues().hasErrors() ? null : calendar;
    }

    private ReviewCalendar calendar(YamlMap document) {
        Map<String, Review> reviews = new LinkedHashMap<>();
        for (Node item : document.list("reviews")) {
            YamlMap map = item(
                    item,
                    "an item of `reviews`",
                    Set.of(REVIEW, "model", "title", EVERY, FIRST, "due_days", "owner", "produces"));
            Review review = map == null ? null : review(map);
            if (map != null && review != null && reviews.put(review.name(), review) != null) {
                file.error(map.place(REVIEW), "review `" + review.name() + "` stands twice; give each its own name");
            }
        }
        if (document.list("reviews").isEmpty()) {
            file.error(document.place("reviews"), "`reviews` is empty; a calendar without reviews reminds nobody");
        }
        List<Held> held = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Node item : document.list("held")) {
            YamlMap map = item(item, "an item of `held`", Set.of(REVIEW, PERIOD, "on", "by", "record"));
            Held one = map == null ? null : held(map, reviews);
            if (map != null && one != null) {
                held.add(one);
                if (!seen.add(one.review() + " " + one.period())) {
                    file.error(
                            map.place(PERIOD),
                            "review `" + one.review() + "` of " + one.period()
                                    + " was held twice; keep one item, with all that came of it in its record");
                }
            }
        }
        return new ReviewCalendar(List.copyOf(reviews.values()), held);
    }

    private @Nullable YamlMap item(Node item, String what, Set<String> keys) {
        YamlMap map = YamlMap.of(item, what, file.findings());
        if (map != null) {
            file.refuseUnknown(map, keys, what);
        }
        return map;
    }

    private @Nullable Review review(YamlMap map) {
        String name = text(map, REVIEW, "a short name for the review");
        String model = text(map, "model", "the model it is about");
        String title = text(map, "title", "what the review is about");
        String owner = text(map, "owner", "the role that answers for it");
        int dueDays = file.count(map, "due_days", 0);
        List<String> produces = map.texts("produces");
        if (produces.isEmpty()) {
            file.error(map.place("produces"), "`produces` must list what comes of the review, else it is a meeting");
        }
        Cadence every = CADENCES.get(text(map, EVERY, "`month`, `quarter`, `half-year` or `year`"));
        if (every == null) {
            if (map.text(EVERY) != null) {
                file.error(
                        map.place(EVERY),
                        "`every` is `" + map.text(EVERY) + "`, but must be `month`, `quarter`, `half-year` or `year`");
            }
            return null;
        }
        Period first = period(map, FIRST, every);
        return first == null ? null : new Review(name, model, title, every, first, dueDays, owner, produces);
    }

    private @Nullable Held held(YamlMap map, Map<String, Review> reviews) {
        String name = text(map, REVIEW, "the name of a review");
        String by = text(map, "by", "who led it");
        String record = text(map, "record", "the file with what came of it");
        LocalDate on = Dates.parse(text(map, "on", "the day")).orElse(null);
        if (on == null && map.text("on") != null) {
            file.error(map.place("on"), "`on` is `" + map.text("on") + "`, which is no date; " + Dates.REMEDY);
        }
        Review review = reviews.get(name);
        if (review == null) {
            if (!name.isEmpty()) {
                file.error(
                        map.place(REVIEW),
                        "there is no review `" + name + "`; "
                                + Names.closest(name, reviews.keySet())
                                        .map(close -> "did you mean `" + close + "`?")
                                        .orElse("there are `" + String.join("`, `", reviews.keySet()) + "`"));
            }
            return null;
        }
        Period period = period(map, PERIOD, review.every());
        if (period == null || on == null) {
            return null;
        }
        if (period.start().isBefore(review.first().start())) {
            file.error(
                    map.place(PERIOD),
                    "`" + period + "` is before the first period of review `" + name + "`, " + review.first());
        }
        return new Held(name, period, on, by, record);
    }

    private @Nullable Period period(YamlMap map, String key, Cadence every) {
        String text = text(map, key, "a period such as " + every.example());
        Period period = Period.parse(every, text).orElse(null);
        if (period == null && !text.isEmpty()) {
            file.error(
                    map.place(key),
                    "`" + key + "` is `" + text + "`, but must be a " + every.label() + " such as " + every.example());
        }
        return period;
    }

    /** Empty, after reporting it, when there is none. */
    private String text(YamlMap map, String key, String what) {
        String text = map.text(key);
        if (text == null) {
            file.error(map.place(key), "`" + key + "` is missing; write " + what);
            return "";
        }
        return text;
    }
}
