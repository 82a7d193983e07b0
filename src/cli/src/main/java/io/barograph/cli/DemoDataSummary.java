package io.barograph.cli;

import io.barograph.cli.portfolio.Outcome;
import io.barograph.cli.portfolio.Plan;
import io.barograph.cli.portfolio.PortfolioFiles;
import io.barograph.cli.portfolio.PortfolioTotals;
import io.barograph.cli.portfolio.Segment;
import io.barograph.cli.portfolio.Story;
import io.barograph.engine.exchange.HistoryFile;
import io.barograph.engine.exchange.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What {@code demo-data} has written, for people and for programs. */
final class DemoDataSummary {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LABEL = 20;
    private static final int COLUMN = 12;

    private static final String FILES = """
            accounts.csv      the customers of the last day, one a row
            history.csv       every reading that was known by then
            portfolio.ndjson  the same customers with half a year of readings, one a line
            stories.csv       what happened to whom, from when to when
            outcomes.csv      who renewed, expanded or churned, and when
            """;

    private final Plan plan;
    private final PortfolioTotals totals;
    private final String folder;
    private final String model;

    /**
     * @param folder as the user wrote it
     * @param model likewise; null for the shipped one
     */
    DemoDataSummary(Plan plan, PortfolioTotals totals, String folder, @Nullable String model) {
        this.model = model == null ? "" : " --model " + model;
        this.plan = plan;
        this.totals = totals;
        this.folder = folder;
    }

    /** For a terminal of 80 columns. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%,d accounts over %d months until %s, seed %d",
                totals.accounts(),
                plan.months(),
                plan.asOf(),
                plan.seed());
        line(
                text,
                "%,d renewals, %,d expansions, %,d churned; %,d still customers, %,d readings",
                totals.outcomes(Outcome.Kind.RENEWED),
                totals.outcomes(Outcome.Kind.EXPANDED),
                totals.outcomes(Outcome.Kind.CHURNED),
                totals.customers(),
                totals.readings());
        text.append('\n').append(stories()).append('\n');
        text.append(FILES);
        text.append('\n');
        line(text, "Next:");
        line(text, "  %s", next(folder + "/"));
        return text.toString();
    }

    private String stories() {
        StringBuilder table = new StringBuilder(Look.PLAIN.left("accounts", LABEL));
        for (Segment segment : Segment.values()) {
            table.append(Look.PLAIN.right(segment.label(), COLUMN));
        }
        table.append(Look.PLAIN.right("all", COLUMN)).append('\n');
        for (Story story : Story.values()) {
            table.append(Look.PLAIN.left(story.label(), LABEL));
            for (Segment segment : Segment.values()) {
                count(table, totals.accounts(story, segment));
            }
            count(table, totals.accounts(story));
            table.append('\n');
        }
        table.append(Look.PLAIN.left("all", LABEL));
        for (Segment segment : Segment.values()) {
            count(table, totals.accounts(segment));
        }
        count(table, totals.accounts());
        return table.append('\n').toString();
    }

    private static void count(StringBuilder table, int count) {
        table.append(Look.PLAIN.right(String.format(Locale.ROOT, "%,d", count), COLUMN));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** A history beyond what {@code score} reads is left to the snapshots, which carry half a year of it. */
    private String next(String place) {
        String input = totals.readings() > HistoryFile.MAX_ENTRIES
                ? place + "portfolio.ndjson"
                : place + "accounts.csv --history " + place + "history.csv";
        return "./barograph score " + input + model;
    }

    /** What a stranger who finds the folder needs to know. */
    String readme() {
        StringBuilder text = new StringBuilder();
        line(text, "A portfolio of customer accounts that do not exist.");
        text.append('\n');
        line(
                text,
                "Made by: ./barograph demo-data --accounts %d --months %d --seed %d --as-of %s",
                plan.accounts(),
                plan.months(),
                plan.seed(),
                plan.asOf());
        line(text, "Use, in this folder: %s", next("").replace("./barograph", "barograph"));
        line(text, "The same command gives the same files.");
        text.append('\n');
        text.append(FILES);
        text.append("""

                Readings follow from what happens beneath them: how much the product is used, how the
                champion and the sponsor stand to us, how support goes, whether bills are paid, whether a
                competitor is about. Most accounts live through one story, which starts in the week of
                `onset` and is over by `gone` (empty: not within the portfolio); `depth` is its strength,
                0 to 1. Outcomes are drawn with odds that follow from the same things, never from a
                score. Readings are noisy, some feeds break down for weeks, some readings come late.

                accounts.csv leaves out readings that are older than the data contract calls fresh and
                those that a campaign of ours drove; they are in history.csv with their dates and
                campaign shares. Who has churned is only in history.csv, stories.csv and outcomes.csv.
                """);
        return text.toString();
    }

    /** One object on one line. */
    void writeJson(OutputStream out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("folder", folder);
            json.writeStringProperty("as_of", plan.asOf().toString());
            json.writeNumberProperty("seed", plan.seed());
            json.writeNumberProperty("months", plan.months());
            json.writeNumberProperty("accounts", totals.accounts());
            json.writeNumberProperty("customers", totals.customers());
            json.writeNumberProperty("readings", totals.readings());
            json.writeName("stories").writeStartArray();
            for (Story story : Story.values()) {
                story(json, story);
            }
            json.writeEndArray();
            json.writeName("outcomes").writeStartObject();
            for (Outcome.Kind kind : Outcome.Kind.values()) {
                json.writeNumberProperty(kind.label(), totals.outcomes(kind));
            }
            json.writeEndObject();
            json.writeName("files").writeStartArray();
            PortfolioFiles.NAMES.forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("next", next(folder + "/"));
            json.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
    }

    private void story(JsonGenerator json, Story story) {
        json.writeStartObject();
        json.writeStringProperty("story", story.label());
        for (Segment segment : Segment.values()) {
            json.writeNumberProperty(segment.label(), totals.accounts(story, segment));
        }
        json.writeNumberProperty("all", totals.accounts(story));
        json.writeEndObject();
    }
}
