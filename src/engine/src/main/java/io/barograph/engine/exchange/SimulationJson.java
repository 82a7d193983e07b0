package io.barograph.engine.exchange;

import io.barograph.engine.simulation.SimulationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.function.BiConsumer;

/**
 * What another model would do, as one line of JSON:
 *
 * <pre>{@code
 * {"before", "after": names of the models,
 *  "accounts", "differing", "segment_changes",
 *  "undecided": {"before", "after", "newly": [account ids]},
 *  "moves": [{"segment", "from", "to", "accounts"}],
 *  "up": {"accounts", "arr", "without_arr"}, "down": the same,
 *  "playbooks": [{"playbook", "newly", "no_longer"}],
 *  "workload": [{"owner_role", "before", "after", "newly", "no_longer", "due": {"2026-03-08": 4}}],
 *  "largest_moves": [{"account_id", "segment", "from", "to", "points", "band_from", "band_to"}],
 *  "attribution": [{"place", "subject", "what", "points", "scores", "bands": {"green": -2}, "new_playbooks", "lost_playbooks"}]}
 * }</pre>
 */
public final class SimulationJson {

    private SimulationJson() {}

    /** @param before name of the model that decides now */
    public static void write(String before, String after, SimulationReport report, OutputStream out)
            throws IOException {
        JsonOutput.write(out, json -> {
            json.startObject();
            json.text("before", before);
            json.text("after", after);
            count(json, "accounts", report.accounts());
            count(json, "differing", report.differing());
            count(json, "segment_changes", report.segmentChanges());
            json.startObject("undecided");
            count(json, "before", report.undecidedBefore());
            count(json, "after", report.undecidedAfter());
            json.value("newly", report.newlyUndecided());
            json.endObject();
            list(json, "moves", report.moves(), SimulationJson::move);
            affected(json, "up", report.up());
            affected(json, "down", report.down());
            list(json, "playbooks", report.playbooks(), SimulationJson::shift);
            list(json, "workload", report.workload(), SimulationJson::workload);
            list(json, "largest_moves", report.largest(), SimulationJson::largest);
            list(json, "attribution", report.attribution(), SimulationJson::attribution);
            json.endObject();
        });
        out.write('\n');
    }

    private static <T> void list(JsonOutput json, String name, Iterable<T> items, BiConsumer<JsonOutput, T> members) {
        json.startArray(name);
        for (T item : items) {
            json.startObject();
            members.accept(json, item);
            json.endObject();
        }
        json.endArray();
    }

    private static void count(JsonOutput json, String name, long count) {
        json.number(name, BigDecimal.valueOf(count));
    }

    private static void move(JsonOutput json, SimulationReport.BandMove move) {
        json.text("segment", move.segment());
        json.text("from", move.from());
        json.text("to", move.to());
        count(json, "accounts", move.accounts());
    }

    private static void affected(JsonOutput json, String name, SimulationReport.Affected affected) {
        json.startObject(name);
        count(json, "accounts", affected.accounts());
        json.number("arr", affected.arr());
        count(json, "without_arr", affected.withoutArr());
        json.endObject();
    }

    private static void shift(JsonOutput json, SimulationReport.PlaybookShift shift) {
        json.text("playbook", shift.playbook());
        count(json, "newly", shift.newly());
        count(json, "no_longer", shift.noLonger());
    }

    private static void workload(JsonOutput json, SimulationReport.Workload work) {
        json.text("owner_role", work.ownerRole());
        count(json, "before", work.before());
        count(json, "after", work.after());
        count(json, "newly", work.newly());
        count(json, "no_longer", work.noLonger());
        json.startObject("due");
        work.due().forEach((day, tasks) -> count(json, day.toString(), tasks));
        json.endObject();
    }

    private static void largest(JsonOutput json, SimulationReport.ScoreMove move) {
        json.text("account_id", move.accountId());
        json.text("segment", move.segment());
        json.number("from", move.from());
        json.number("to", move.to());
        json.number("points", move.points());
        json.text("band_from", move.bandFrom());
        json.text("band_to", move.bandTo());
    }

    private static void attribution(JsonOutput json, SimulationReport.Attribution step) {
        json.text("place", step.place());
        json.text("subject", step.subject());
        json.text("what", step.what());
        json.number("points", step.points());
        count(json, "scores", step.scores());
        json.startObject("bands");
        step.bands().forEach((band, accounts) -> count(json, band, accounts));
        json.endObject();
        count(json, "new_playbooks", step.newPlaybooks());
        count(json, "lost_playbooks", step.lostPlaybooks());
    }
}
