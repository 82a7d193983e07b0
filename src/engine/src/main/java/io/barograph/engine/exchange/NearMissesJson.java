package io.barograph.engine.exchange;

import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.NearMisses.Lift;
import io.barograph.engine.decision.NearMisses.NearRow;
import java.io.IOException;
import java.io.OutputStream;

/** Near misses as JSON: {@code {"lifts": [{"indicator", "from", "to", "change", …}], "rows": [{"rule_id", …}]}}. */
public final class NearMissesJson {

    private NearMissesJson() {}

    /** Compact, without a line end. Does not close the stream. */
    public static void write(NearMisses near, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.startObject();
            members(json, near);
            json.endObject();
        });
    }

    static void members(JsonOutput json, NearMisses near) {
        json.startArray("lifts");
        near.lifts().forEach(lift -> lift(json, lift));
        json.endArray();
        json.startArray("rows");
        near.rows().forEach(row -> row(json, row));
        json.endArray();
    }

    private static void lift(JsonOutput json, Lift lift) {
        json.startObject();
        json.text("indicator", lift.indicator());
        json.number("from", lift.from());
        json.number("to", lift.to());
        json.number("change", lift.change());
        json.text("band", lift.band());
        json.number("overall", lift.overall());
        json.endObject();
    }

    private static void row(JsonOutput json, NearRow row) {
        json.startObject();
        json.text("rule_id", row.ruleId());
        json.text("table", row.table());
        json.text("cell", row.cell());
        json.text("name", row.name());
        json.value("value", row.value());
        json.text("condition", row.condition());
        json.number("distance", row.distance());
        json.value("effect", row.effect());
        json.endObject();
    }
}
