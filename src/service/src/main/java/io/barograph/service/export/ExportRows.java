package io.barograph.service.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which models and events an export needs besides its records. */
@Component
class ExportRows {

    private final JdbcClient client;

    ExportRows(JdbcClient client) {
        this.client = client;
    }

    /** The digest of the model that decided, by index of the record. */
    Map<Long, String> models(long from, long to) {
        Map<Long, String> models = new HashMap<>();
        client.sql("select leaf_index, model_digest from decision where leaf_index >= ? and leaf_index < ?")
                .params(from, to)
                .query(row -> {
                    models.put(row.getLong(1), row.getString(2));
                });
        return models;
    }

    /** The index of the event by which a model that decided came to decide; empty when there is none. */
    Optional<Long> activation(String digest, long below) {
        return client.sql("select leaf_index from log_event where event = 'model-activated' and subject = ?"
                        + " and leaf_index < ? order by leaf_index fetch first 1 row only")
                .params(digest, below)
                .query(Long.class)
                .optional();
    }
}
