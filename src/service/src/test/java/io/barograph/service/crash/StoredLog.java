package io.barograph.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.service.decisions.StoredDecision;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a crash left in the database, against what clients were told. What was found whole once is not read again. */
public final class StoredLog {

    /** Hands over the database, as it is now, for as long as the check takes. */
    public interface Access {
        void open(Consumer<DataSource> check) throws Exception;
    }

    private static final Pattern NAME = Pattern.compile(Request.NAME);
    private static final String NO_KEY = "no key";

    private final Access access;
    private final Map<String, UUID> requests = new HashMap<>();
    private final Map<Long, Hash> roots = new HashMap<>();
    private final Set<String> checked = new HashSet<>();
    private final Map<String, RecordModel> models = new HashMap<>();
    private Frontier tree = Frontier.EMPTY;
    private Hash last = MerkleHash.empty();
    private String key = NO_KEY;

    public StoredLog(Access access) {
        this.access = access;
    }

    /** How many decisions are kept. */
    public int decisions() {
        return requests.size();
    }

    /** @param answered by the name of their request */
    public void check(Map<String, Answered> answered, Collection<String> checkpoints) throws Exception {
        access.open(database -> {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                // a connection of the dead may still be committing
                client.sql("select id from log_lock where id = 1 for update")
                        .query(Integer.class)
                        .single();
                checkRecords(client);
                checkCheckpoints(client, checkpoints);
                checkTables(client);
                checkAnswers(client, answered);
                connection.rollback();
            } catch (java.sql.SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private void checkRecords(JdbcClient client) {
        long size = count(client, "log_entry");
        assertThat(size).as("records kept").isGreaterThanOrEqualTo(tree.size());
        long[] next = {Math.max(0, tree.size() - 1)};
        client.sql(
                        "select leaf_index, record_id, kind, leaf_hash, record from log_entry where leaf_index >= ? order by leaf_index")
                .param(next[0])
                .query(row -> {
                    long index = row.getLong(1);
                    byte[] record = row.getBytes(5);
                    Hash leaf = MerkleHash.leaf(record);
                    assertThat(index).as("leaf index").isEqualTo(next[0]++);
                    assertThat(Hash.of(row.getBytes(4)))
                            .as("hash of record %d", index)
                            .isEqualTo(leaf);
                    if (index < tree.size()) {
                        assertThat(leaf).as("record %d, seen before", index).isEqualTo(last);
                    } else {
                        add(client, index, row.getObject(2, UUID.class), row.getString(3), record, leaf);
                    }
                });
        assertThat(next[0]).as("records without a gap").isEqualTo(size);
    }

    private void add(JdbcClient client, long index, UUID id, String kind, byte[] record, Hash leaf) {
        tree = tree.append(leaf);
        last = leaf;
        roots.put(tree.size(), tree.root());
        if (kind.equals("decision")) {
            DecisionRecord decision = decision(client, record);
            assertThat(decision.decisionId()).as("id in record %d", index).isEqualTo(id.toString());
            Matcher name = NAME.matcher(new String(decision.canonicalBytes(), StandardCharsets.UTF_8));
            assertThat(name.find()).as("record %d names its request", index).isTrue();
            assertThat(requests.put(name.group(), id))
                    .as("%s decided twice", name.group())
                    .isNull();
        } else if (index == 0) {
            key = EventRecord.read(record).text("key");
        }
    }

    private void checkCheckpoints(JdbcClient client, Collection<String> fetched) {
        client.sql("select note from log_checkpoint").query(String.class).list().forEach(this::checkCheckpoint);
        fetched.forEach(this::checkCheckpoint);
    }

    private void checkCheckpoint(String note) {
        if (checked.add(note)) {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            assertThat(checkpoint.root())
                    .as("root of the checkpoint of %d, with %d records", checkpoint.size(), tree.size())
                    .isEqualTo(roots.get(checkpoint.size()));
            assertThat(signed.verify(List.of(VerifierKey.parse(key))).valid())
                    .as("signature of the checkpoint of %d", checkpoint.size())
                    .isTrue();
        }
    }

    private void checkTables(JdbcClient client) {
        long decisions = requests.size();
        assertThat(count(client, "decision")).isEqualTo(decisions);
        assertThat(
                        count(
                                client,
                                "decision d join log_entry e on e.leaf_index = d.leaf_index and e.record_id = d.decision_id and e.kind = 'decision'"))
                .isEqualTo(decisions);
        assertThat(number(client, "select count(*) from decision where past is not null"))
                .isEqualTo(decisions);
        assertThat(count(client, "account"))
                .isEqualTo(number(client, "select count(distinct account_id) from decision"));
        assertThat(count(client, """
                        account a where not exists (
                            select 1 from decision d where d.decision_id = a.decision_id and d.leaf_index = a.leaf_index
                              and d.account_id = a.account_id and d.as_of = a.as_of)
                          or exists (
                            select 1 from decision d where d.account_id = a.account_id and (d.as_of > a.as_of
                              or (d.as_of = a.as_of and d.leaf_index > a.leaf_index)))
                        """))
                .as("accounts that do not show their latest decision")
                .isZero();
        client.sql("select idempotency_key, decision_id from idempotency_key").query(row -> {
            assertThat(row.getObject(2, UUID.class)).isEqualTo(requests.get(row.getString(1)));
        });
    }

    private void checkAnswers(JdbcClient client, Map<String, Answered> answered) {
        answered.forEach((name, told) -> {
            assertThat(requests.get(name))
                    .as("the decision that %s was told", name)
                    .isEqualTo(told.id());
            if (checked.add(name)) {
                assertThat(Answered.digest(told(client, kept(client, told.id()))))
                        .as("what %s was told", name)
                        .isEqualTo(told.digest());
            }
        });
    }

    private byte[] told(JdbcClient client, StoredDecision kept) {
        return kept.with(decision(client, kept.bytes())).json(Explain.FULL);
    }

    /** Nothing in the records of these tests is sealed. Without a model they are kept as they are told. */
    private DecisionRecord decision(JdbcClient client, byte[] record) {
        if (!StoredRecord.isDecision(record)) {
            return DecisionRecord.read(record);
        }
        StoredRecord stored = StoredRecord.of(record);
        return stored.open(models.computeIfAbsent(stored.modelDigest(), digest -> model(client, digest)));
    }

    /** As the database keeps it. */
    private static RecordModel model(JdbcClient client, String digest) {
        String name = client.sql("select name from model where digest = ?")
                .param(digest)
                .query(String.class)
                .single();
        List<ModelPart> parts = client.sql("select kind, name, bytes from model_file where digest = ?")
                .param(digest)
                .query((row, number) -> new ModelPart(
                        ModelPart.Kind.of(row.getString(1)), new ModelFile(row.getString(2), row.getBytes(3))))
                .list();
        return RecordModel.of(((Parsing.Accepted) ModelParser.parse(ModelPart.model(name, parts))).model());
    }

    private static StoredDecision kept(JdbcClient client, UUID id) {
        return client.sql(
                        "select d.decided_at, e.record from decision d join log_entry e on e.leaf_index = d.leaf_index"
                                + " where d.decision_id = ?")
                .param(id)
                .query((row, number) -> new StoredDecision(
                        id, row.getObject(1, OffsetDateTime.class).toInstant(), false, row.getBytes(2)))
                .single();
    }

    private static long count(JdbcClient client, String from) {
        return number(client, "select count(*) from " + from);
    }

    private static long number(JdbcClient client, String sql) {
        return client.sql(sql).query(Long.class).single();
    }
}
