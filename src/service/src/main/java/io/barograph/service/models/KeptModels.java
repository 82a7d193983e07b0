package io.barograph.service.models;

import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.model.ModelFiles.ModelFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every model that ever decided, file by file. Rows are added and read, never changed. */
@Component
public class KeptModels {

    /** @param name the model's, of which there may be many */
    public record Entry(String digest, String name, Instant keptAt) {}

    /** A row of the table of models. */
    private record Head(Entry entry, String vouched) {}

    private static final String SELECT = "select digest, name, kept_at, vouched from model ";

    private final JdbcClient client;
    private final TransactionTemplate transaction;

    KeptModels(JdbcClient client, PlatformTransactionManager transactions) {
        this.client = client;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Keeps a model whose digest is not kept yet; files that say the same in other bytes are not kept twice. */
    void keep(KeptModel model) {
        String digest = model.document().digest();
        try {
            transaction.executeWithoutResult(status -> add(model));
        } catch (DuplicateKeyException other) {
            if (find(digest).isEmpty()) {
                throw other;
            }
        }
    }

    private void add(KeptModel model) {
        ModelDocument document = model.document();
        client.sql("insert into model (digest, name, kept_at, vouched) values (?, ?, ?, ?)")
                .params(
                        document.digest(),
                        document.files().name(),
                        model.keptAt().atOffset(ZoneOffset.UTC),
                        model.vouched())
                .update();
        for (ModelPart part : ModelPart.of(document.files())) {
            client.sql("insert into model_file (digest, kind, name, sha256, bytes) values (?, ?, ?, ?, ?)")
                    .params(
                            document.digest(),
                            part.kind().label(),
                            part.file().name(),
                            part.sha256(),
                            part.file().bytes())
                    .update();
        }
    }

    /** The model of a digest, if it ever decided. */
    public Optional<KeptModel> find(String digest) {
        return client.sql(SELECT + "where digest = ?")
                .param(digest)
                .query((row, number) -> new Head(entry(row), row.getString("vouched")))
                .optional()
                .map(this::model);
    }

    /** In the order in which they were kept. */
    public List<Entry> all() {
        return client.sql(SELECT + "order by kept_at, digest")
                .query((row, number) -> entry(row))
                .list();
    }

    private KeptModel model(Head head) {
        Entry model = head.entry();
        return new KeptModel(
                new ModelDocument(model.digest(), ModelPart.model(model.name(), parts(model.digest()))),
                model.keptAt(),
                head.vouched());
    }

    private List<ModelPart> parts(String digest) {
        return client.sql("select kind, name, bytes from model_file where digest = ?")
                .param(digest)
                .query((row, number) -> new ModelPart(
                        ModelPart.Kind.of(row.getString("kind")),
                        new ModelFile(row.getString("name"), row.getBytes("bytes"))))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("digest"),
                row.getString("name"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
