package io.barograph.service.export;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which models an export needs besides its records. */
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
}
