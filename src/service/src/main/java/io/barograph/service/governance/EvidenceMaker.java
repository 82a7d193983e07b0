package io.barograph.service.governance;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.exchange.DiffJson;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.service.models.Generation;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes the evidence of a version when it is submitted, and looks at it again whenever it counts. */
@Component
class EvidenceMaker {

    private static final String CHECK = "check";
    private static final String TESTS = "tests";
    private static final String DIFF = "diff";
    private static final String SIMULATION = "simulation";
    private static final String GUARDRAILS = "guardrails";

    /** @param obstacles what stands against submitting it */
    record Made(Evidence evidence, Map<String, byte[]> documents, List<String> obstacles) {
        Made {
            obstacles = List.copyOf(obstacles);
        }
    }

    private final Checking checking;
    private final Versions versions;
    private final EvidenceStore store;
    private final Policies policies;

    EvidenceMaker(Checking checking, Versions versions, EvidenceStore store, Policies policies) {
        this.checking = checking;
        this.versions = versions;
        this.store = store;
        this.policies = policies;
    }

    /** @throws Problem when the version was not simulated against the active model */
    Made make(GovernedVersion version, Generation base) {
        String digest = base.version().digest();
        StoredSimulation simulation = store.simulation(version.number())
                .filter(one -> one.base().equals(digest))
                .orElseThrow(() -> new Problem(
                        ProblemType.VERSION_REFUSED,
                        "version " + version.number()
                                + " was not simulated against the active model; do that first, with"
                                + " `POST /api/v1/models/" + version.number() + "/simulation`"));
        return checking.run(() -> make(version, base, simulation));
    }

    private Made make(GovernedVersion version, Generation base, StoredSimulation simulation) {
        ModelFiles files = versions.files(version);
        Compilation compilation = ModelCompiler.compile(files, version.label());
        List<String> obstacles = new ArrayList<>();
        if (version.base() != null && !version.base().equals(base.version().digest())) {
            obstacles.add("version " + version.number() + " was made from `" + version.base() + "`, but `"
                    + base.version().digest()
                    + "` is active now, and it would take back what was changed since; merge the"
                    + " two with `POST /api/v1/models/" + version.number() + "/merge` and submit the outcome");
        }
        if (compilation instanceof Compilation.Accepted accepted) {
            String policy = policies.guardrails(version.name(), accepted.model().contract())
                    .sha256();
            accepted.decider().close();
            if (!policy.equals(simulation.policy())) {
                obstacles.add(
                        "the guardrails changed since the simulation; simulate version " + version.number() + " again");
            }
        } else {
            obstacles.add(errors(compilation));
        }
        obstacles.addAll(simulation.breaches());
        Map<String, byte[]> documents = new TreeMap<>();
        documents.put(CHECK, CheckDocument.of(version.name(), compilation));
        documents.put(TESTS, CheckDocument.tests(compilation.tests()));
        documents.put(DIFF, DiffJson.line(ModelDiff.between(base.files(), files)));
        documents.put(SIMULATION, simulation.report());
        documents.put(GUARDRAILS, simulation.guardrails());
        return new Made(
                evidence(String.valueOf(compilation.digest()), base.version().digest(), files, documents),
                documents,
                obstacles);
    }

    private static String errors(Compilation compilation) {
        List<Issue> errors =
                compilation.issues().stream().filter(Issue::isError).toList();
        return "the check finds " + errors.size() + (errors.size() == 1 ? " error" : " errors")
                + ", none may be left; the first at " + errors.get(0).cell() + ": "
                + errors.get(0).message();
    }

    /** The evidence as the bytes that are kept give it now, whatever is said of them. */
    Optional<Evidence> seen(GovernedVersion version) {
        Evidence own = version.life().evidence();
        if (own == null) {
            return Optional.empty();
        }
        ModelFiles files = versions.files(version);
        Map<String, byte[]> documents = store.documents(version.number(), own.digest());
        boolean same = checking.run(() -> new ModelDocument(version.digest(), files).isWhatItSays());
        return Optional.of(evidence(same ? version.digest() : "other", own.base(), files, documents));
    }

    private static Evidence evidence(String model, String base, ModelFiles files, Map<String, byte[]> documents) {
        return new Evidence(
                model,
                base,
                ModelPart.digest(files),
                digest(documents, CHECK),
                digest(documents, TESTS),
                digest(documents, DIFF),
                digest(documents, SIMULATION),
                digest(documents, GUARDRAILS));
    }

    private static String digest(Map<String, byte[]> documents, String kind) {
        return Evidence.sha256(documents.getOrDefault(kind, new byte[0]));
    }
}
