package io.barograph.service.governance;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.Evidence;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.governance.Actor;
import io.barograph.engine.governance.Approval;
import io.barograph.engine.governance.Circumstances;
import io.barograph.engine.governance.DecisionRights;
import io.barograph.engine.governance.Move;
import io.barograph.engine.governance.Moved;
import io.barograph.engine.governance.VersionLife;
import io.barograph.engine.model.ModelFiles;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.NewRecord;
import io.barograph.service.auditlog.Statements;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does things to versions. Each is one transaction under the lock of the log, so that what is kept, what the log says and which
 * version decides never part, on however many instances.
 */
@Component
class Governing {

    /** A version that is about to be. */
    interface Birth {
        VersionLife of(int number, Set<String> authors, Instant at);
    }

    private final Versions versions;
    private final Lineups lineups;
    private final EvidenceStore evidence;
    private final Policies policies;
    private final AuditLog log;
    private final Statements statements;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Governing(
            Versions versions,
            Lineups lineups,
            EvidenceStore evidence,
            Policies policies,
            AuditLog log,
            Statements statements,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.versions = versions;
        this.lineups = lineups;
        this.evidence = evidence;
        this.policies = policies;
        this.log = log;
        this.statements = statements;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Keeps an upload; whoever made one of its edits before, in whatever version, is an author of it too. */
    GovernedVersion add(
            ModelFiles files,
            byte[] check,
            Set<String> edits,
            String base,
            Drafts.Origin origin,
            Principal by,
            Birth birth) {
        return inTransaction(() -> {
            Instant at = now();
            int number = versions.next();
            Set<String> authors = new TreeSet<>(versions.authorsOf(edits));
            authors.addAll(origin.authors());
            authors.add(by.person());
            VersionLife life = birth.of(number, authors, at);
            GovernedVersion version = new GovernedVersion(life, files.name(), Integer.toString(number), base);
            versions.add(version, files, check, edits);
            Map<String, @Nullable Object> details = new ModelDocument(life.digest(), files).activation(version.label());
            details.put("number", BigDecimal.valueOf(number));
            details.put("authors", List.copyOf(life.authors()));
            details.put("segments", List.copyOf(life.segments()));
            details.putAll(origin.details());
            tell(at, origin.event(), by.id(), version, details);
            return version;
        });
    }

    /**
     * Keeps a version that decides without having been uploaded, in the place of the one that did.
     *
     * @param expected version that decides until then; when it is another one by now, nothing happens
     * @return empty in that case
     */
    Optional<GovernedVersion> importActive(
            ModelDocument kept, @Nullable String label, @Nullable Integer expected, String why, Birth birth) {
        return inTransaction(() -> {
            Lineup before = lineups.read();
            if (!Objects.equals(before.active(), expected)) {
                return Optional.empty();
            }
            int number = versions.next();
            VersionLife life = birth.of(number, Set.of(), now());
            GovernedVersion version = new GovernedVersion(
                    life, kept.files().name(), label == null ? Integer.toString(number) : label, null);
            versions.add(version, kept.files(), null, Set.of());
            Actor by = Actors.of(Principal.service("start"));
            replace(before, version, new Move.Replace(by, now(), why));
            lineups.write(new Lineup(before.revision(), number, null, null, null));
            Map<String, @Nullable Object> details = kept.activation(version.label());
            details.put("how", life.history().get(0).what());
            details.put("person", by.person());
            details.put("why", why);
            details.put("number", BigDecimal.valueOf(number));
            tell(now(), EventRecord.MODEL_ACTIVATED, by.id(), version, details);
            return Optional.of(version);
        });
    }

    GovernedVersion submit(int number, String why, Principal by, EvidenceMaker.Made made) {
        return inTransaction(() -> {
            Move move = new Move.Submit(Actors.of(by), now(), why, made.evidence(), made.obstacles());
            GovernedVersion submitted = apply(number, move);
            evidence.keep(number, made.evidence().digest(), made.documents());
            tell(move, submitted, Map.of("evidence", LifeJson.evidence(made.evidence())));
            return submitted;
        });
    }

    /** @param seen the evidence as it is kept */
    GovernedVersion approve(int number, String why, Principal by, Evidence seen) {
        return inTransaction(() -> {
            Instant at = now();
            String note = statements.sign(seen.approval(number, by.person(), at.toString()));
            Move move = new Move.Approve(Actors.of(by), at, why, seen, note);
            GovernedVersion approved = apply(number, move);
            tell(move, approved, Map.of("evidence", LifeJson.evidence(seen), "note", note));
            return approved;
        });
    }

    /** Anything that moves no other version. */
    GovernedVersion move(int number, Function<Instant, Move> how, UnaryOperator<Lineup> lineup) {
        return inTransaction(() -> {
            Move move = how.apply(now());
            GovernedVersion moved = apply(number, move);
            Lineup before = lineups.read();
            Lineup after = lineup.apply(before);
            if (!after.equals(before)) {
                lineups.write(after);
            }
            tell(move, moved, Map.of());
            return moved;
        });
    }

    /** @throws Problem when something may not be done, before anything is set in motion for it */
    void requirePossible(GovernedVersion version, Function<Instant, Move> how) {
        moved(version, how.apply(now()));
    }

    /**
     * Lets a version decide a share of the accounts, or all; the one that did retires in the second case.
     *
     * @param kept its files as they are kept for replay
     */
    GovernedVersion activate(GovernedVersion version, ModelDocument kept, int share, Function<Instant, Move> how) {
        return inTransaction(() -> {
            Move move = how.apply(now());
            requireSigned(version);
            GovernedVersion moved = apply(version.number(), move);
            Lineup before = lineups.read();
            if (share < 100) {
                lineups.write(before.canary(version.number(), share));
            } else {
                replace(before, moved, move);
                lineups.write(before.active(version.number()));
            }
            if (move instanceof Move.RollBack) {
                tell(move, moved, Map.of());
            }
            Map<String, @Nullable Object> details = kept.activation(moved.label());
            details.put("how", move instanceof Move.RollBack ? "rollback" : share < 100 ? "canary" : "activation");
            details.put("person", move.by().person());
            details.put("why", move.why());
            details.put("number", BigDecimal.valueOf(moved.number()));
            if (share < 100) {
                details.put("share", BigDecimal.valueOf(share));
            }
            tell(move.at(), EventRecord.MODEL_ACTIVATED, move.by().id(), moved, details);
            return moved;
        });
    }

    private void replace(Lineup before, GovernedVersion by, Move move) {
        Integer active = before.active();
        if (active != null && active != by.number()) {
            Move replaced = new Move.Replace(move.by(), move.at(), "version " + by.number() + " took its place");
            GovernedVersion retired = apply(active, replaced);
            tell(replaced, retired, Map.of());
        }
    }

    /** Approvals are only what was signed here: a row that somebody put into the database is none. */
    private void requireSigned(GovernedVersion version) {
        Evidence given = version.life().evidence();
        for (Approval approval : version.life().approvals()) {
            String text = given == null
                    ? ""
                    : given.approval(
                            version.number(), approval.person(), approval.at().toString());
            if (!statements.isSigned(text, approval.note())) {
                throw new Problem(
                        ProblemType.VERSION_REFUSED,
                        "the approval of `" + approval.person()
                                + "` is not signed with a key of this log, so it is none");
            }
        }
    }

    private GovernedVersion apply(int number, Move move) {
        GovernedVersion next = moved(versions.require(Integer.toString(number)), move);
        versions.update(next);
        return next;
    }

    private GovernedVersion moved(GovernedVersion version, Move move) {
        DecisionRights rights = policies.rights(version.name());
        Moved moved = version.life().apply(move, new Circumstances(activeDigest(), rights));
        if (moved instanceof Moved.Done done) {
            return version.with(done.version());
        }
        throw new Problem(ProblemType.VERSION_REFUSED, String.join("; ", ((Moved.Refused) moved).reasons()));
    }

    private String activeDigest() {
        Integer active = lineups.read().active();
        return active == null
                ? ""
                : versions.find(active).map(GovernedVersion::digest).orElse("");
    }

    private void tell(Move move, GovernedVersion version, Map<String, @Nullable Object> more) {
        Actor by = move.by();
        Map<String, @Nullable Object> details = new TreeMap<>(more);
        details.put(
                "model",
                new TreeMap<>(Map.of("digest", version.digest(), "name", version.name(), "version", version.label())));
        details.put("number", BigDecimal.valueOf(version.number()));
        details.put("person", by.person());
        details.put("why", move.why());
        details.put("state", version.life().state().label());
        tell(move.at(), move.name(), by.id(), version, details);
    }

    private void tell(
            Instant at, String event, String by, GovernedVersion version, Map<String, @Nullable Object> details) {
        log.append(
                List.of(NewRecord.event(new EventRecord(UUID.randomUUID(), event, at, by, details), version.digest())));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            log.sequence();
            return work.get();
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
