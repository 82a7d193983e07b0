package io.barograph.engine.exchange;

import io.barograph.engine.override.BandOverride;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people say over a decision's bands, as its member {@code override}: the bands that count, and by which overrides. */
final class OverrideJson {

    private OverrideJson() {}

    /** @param computed bands of the decision, by score */
    static void member(JsonOutput json, List<BandOverride> overrides, Map<String, String> computed) {
        json.startObject("override");
        json.startObject("bands");
        overrides.forEach(one -> json.text(one.score(), effective(one, computed)));
        json.endObject();
        json.startArray("in_force");
        for (BandOverride one : overrides) {
            json.startObject();
            json.text("override_id", one.id());
            json.text("score", one.score());
            json.text("kind", one.kind().label());
            json.text("band", one.band());
            json.text("computed_band", computed.get(one.score()));
            json.text("effective_band", effective(one, computed));
            json.text("author", one.made().by());
            json.date("from", one.from());
            json.date("until", one.until());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private static @Nullable String effective(BandOverride one, Map<String, String> computed) {
        return one.effective(computed.get(one.score())).orElse(null);
    }
}
