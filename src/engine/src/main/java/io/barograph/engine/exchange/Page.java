package io.barograph.engine.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a {@link Story} can be told on. Texts are raw: a page makes them safe for its own medium. */
interface Page {

    /** @param subject the account, or the account and how it stands */
    void title(String subject, String date, List<String> facts);

    void heading(String text);

    /** Sentences to be read as they stand. */
    void paragraph(String text);

    /** A remark below a heading. */
    void remark(String text);

    void gauges(List<Gauge> gauges);

    void waterfall(List<Step> steps);

    void items(List<Item> items);

    String text();

    /**
     * A score from 0 to 100.
     *
     * @param score null when it does not exist
     * @param band null when the score has no bands
     */
    record Gauge(
            String name,
            @Nullable BigDecimal score,
            @Nullable String band,
            boolean main) {}

    /** What moves the running total from one score to another; a total stands on 0. */
    record Step(String name, BigDecimal from, BigDecimal to, boolean total) {

        BigDecimal points() {
            return to.subtract(from);
        }
    }

    /**
     * A thing to tell.
     *
     * @param lead a word or number to look for, may be empty
     * @param source where it is written, for example {@code enterprise.xlsx!Scoring!D14}
     */
    record Item(
            String lead,
            String headline,
            List<String> lines,
            @Nullable String source) {
        public Item {
            lines = List.copyOf(lines);
        }
    }
}
