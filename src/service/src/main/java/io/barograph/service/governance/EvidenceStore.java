package io.barograph.service.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that approvals are given on, and the simulations they are made from. Rows are only ever added. */
@Component
class EvidenceStore {

    private final JdbcClient client;
    private final JdbcTemplate template;

    EvidenceStore(JdbcClient client, JdbcTemplate template) {
        this.client = client;
        this.template = template;
    }

    void add(StoredSimulation simulation) {
        client.sql("insert into model_simulation (number, base, made_at, policy, report, guardrails, breaches)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        simulation.number(),
                        simulation.base(),
                        simulation.madeAt().atOffset(ZoneOffset.UTC),
                        simulation.policy(),
                        simulation.report(),
                        simulation.guardrails(),
                        String.join("\n", simulation.breaches()))
                .update();
    }

    /** The latest of a version. */
    Optional<StoredSimulation> simulation(int number) {
        return client.sql(
                        "select * from model_simulation where number = ? order by made_at desc fetch first 1 row only")
                .param(number)
                .query(EvidenceStore::read)
                .optional();
    }

    /** @param documents by kind; nothing happens when the same evidence is kept already */
    void keep(int number, String evidence, Map<String, byte[]> documents) {
        if (documents(number, evidence).isEmpty()) {
            template.batchUpdate(
                    "insert into model_evidence (number, evidence, kind, bytes) values (?, ?, ?, ?)",
                    documents.entrySet().stream()
                            .map(document -> new Object[] {number, evidence, document.getKey(), document.getValue()})
                            .toList());
        }
    }

    Map<String, byte[]> documents(int number, String evidence) {
        Map<String, byte[]> documents = new TreeMap<>();
        client.sql("select kind, bytes from model_evidence where number = ? and evidence = ?")
                .params(number, evidence)
                .query(row -> {
                    documents.put(row.getString(1), row.getBytes(2));
                });
        return documents;
    }

    private static StoredSimulation read(ResultSet row, int index) throws SQLException {
        String breaches = row.getString("breaches");
        return new StoredSimulation(
                row.getInt("number"),
                row.getString("base"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("policy"),
                row.getBytes("report"),
                row.getBytes("guardrails"),
                breaches.isEmpty() ? List.of() : breaches.lines().toList());
    }
}
