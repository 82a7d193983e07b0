package io.barograph.service.governance;

import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions as they are kept. Files are added and never changed; whoever writes holds the lock of the log. */
@Component
class Versions {

    private static final String SELECT = "select number, name, label, base, life from model_version ";

    private final JdbcClient client;
    private final JdbcTemplate template;

    Versions(JdbcClient client, JdbcTemplate template) {
        this.client = client;
        this.template = template;
    }

    /** The number of the next version. */
    int next() {
        return client.sql("select coalesce(max(number), 0) + 1 from model_version")
                .query(Integer.class)
                .single();
    }

    /** @param check what the check found, see {@link CheckDocument}; null when it is made on demand */
    void add(GovernedVersion version, ModelFiles files, byte @Nullable [] check, Collection<String> edits) {
        client.sql("insert into model_version (number, digest, name, label, base, state, life, check_found)"
                        + " values (:number, :digest, :name, :label, :base, :state, :life, :check)")
                .param("number", version.number())
                .param("digest", version.digest())
                .param("name", version.name())
                .param("label", version.label())
                .param("base", version.base())
                .param("state", version.life().state().label())
                .param("life", LifeJson.write(version.life()))
                .param("check", check)
                .update();
        List<Object[]> rows = ModelPart.of(files).stream()
                .map(part -> new Object[] {
                    version.number(),
                    part.kind().label(),
                    part.file().name(),
                    part.sha256(),
                    part.file().bytes()
                })
                .toList();
        template.batchUpdate(
                "insert into model_version_file (number, kind, name, sha256, bytes) values (?, ?, ?, ?, ?)", rows);
        template.batchUpdate(
                "insert into model_version_edit (number, edit) values (?, ?)",
                new TreeSet<>(edits)
                        .stream()
                                .map(edit -> new Object[] {version.number(), edit})
                                .toList());
    }

    void update(GovernedVersion version) {
        client.sql("update model_version set state = ?, life = ? where number = ?")
                .params(version.life().state().label(), LifeJson.write(version.life()), version.number())
                .update();
    }

    /** Newest first. */
    List<GovernedVersion> all() {
        return client.sql(SELECT + "order by number desc").query(Versions::read).list();
    }

    Optional<GovernedVersion> find(int number) {
        return client.sql(SELECT + "where number = ?")
                .param(number)
                .query(Versions::read)
                .optional();
    }

    /** The newest with that digest. */
    Optional<GovernedVersion> find(String digest) {
        return client.sql(SELECT + "where digest = ? order by number desc fetch first 1 row only")
                .param(digest)
                .query(Versions::read)
                .optional();
    }

    /** Whether a version with that digest ever decided. */
    boolean everActive(String digest) {
        return client.sql(SELECT + "where digest = ?").param(digest).query(Versions::read).list().stream()
                .anyMatch(version -> version.life().everActive());
    }

    /** @param name a number, or a digest */
    GovernedVersion require(String name) {
        Optional<GovernedVersion> found = name.matches("[0-9]{1,9}") ? find(Integer.parseInt(name)) : find(name);
        return found.orElseThrow(() -> new Problem(
                ProblemType.NOT_FOUND, "there is no version `" + name + "`; `/api/v1/models` names those there are"));
    }

    Optional<byte[]> check(int number) {
        return client.sql("select check_found from model_version where number = ? and check_found is not null")
                .param(number)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    ModelFiles files(GovernedVersion version) {
        List<ModelPart> parts = client.sql("select kind, name, bytes from model_version_file where number = ?")
                .param(version.number())
                .query((row, index) -> new ModelPart(
                        ModelPart.Kind.of(row.getString("kind")),
                        new ModelFile(row.getString("name"), row.getBytes("bytes"))))
                .list();
        return ModelPart.model(version.name(), parts);
    }

    /** Who made any of some edits in whatever version, be it rejected, withdrawn or rolled back by now. */
    Set<String> authorsOf(Collection<String> edits) {
        Set<String> authors = new TreeSet<>();
        if (!edits.isEmpty()) {
            client.sql(SELECT + "where number in (select number from model_version_edit where edit in (:edits))")
                    .param("edits", Set.copyOf(edits))
                    .query(Versions::read)
                    .list()
                    .forEach(version -> authors.addAll(version.life().authors()));
        }
        return authors;
    }

    private static GovernedVersion read(ResultSet row, int index) throws SQLException {
        return new GovernedVersion(
                LifeJson.read(row.getString("life")),
                row.getString("name"),
                row.getString("label"),
                row.getString("base"));
    }
}
