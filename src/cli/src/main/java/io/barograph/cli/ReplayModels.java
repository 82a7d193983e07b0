package io.barograph.cli;

import io.barograph.engine.audit.InstalledRules;
import io.barograph.engine.audit.ModelLease;
import io.barograph.engine.audit.ModelSource;
import io.barograph.engine.audit.Replay.Impossible;
import io.barograph.engine.audit.Replay.Obstacle;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models of exports and of folders, by digest; a few are kept compiled. For one thread. */
final class ReplayModels implements ModelSource, AutoCloseable {

    private static final int MOST_COMPILED = 4;
    private static final String VERSION = "export";

    private final InstalledRules installed;
    private final boolean trustGuardrails;
    private final Map<String, ModelFiles> files = new HashMap<>();
    private final Map<String, RecordModel> records = new HashMap<>();
    private final Set<String> ownFolders = new HashSet<>();
    private final Map<String, Impossible> refused = new HashMap<>();
    private final Map<String, Compilation.Accepted> compiled = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compilation.Accepted> eldest) {
            boolean full = size() > MOST_COMPILED;
            if (full) {
                eldest.getValue().decider().close();
            }
            return full;
        }
    };

    /** @param trustGuardrails whether rule files of exports run, whatever they are */
    ReplayModels(Path home, boolean trustGuardrails) {
        this.installed = new InstalledRules(home);
        this.trustGuardrails = trustGuardrails;
    }

    /** A model of an export; what stands in a folder of the user's goes before it. */
    void add(ModelDocument model) {
        files.putIfAbsent(model.digest(), model.files());
    }

    /** A model of a folder of the user's, whose rule files are the user's too. */
    void addOwn(String digest, ModelFiles own) {
        files.put(digest, own);
        ownFolders.add(digest);
    }

    /** What the records of a model are read by, for which nothing of it runs; null when the model is missing or not sound. */
    @Nullable RecordModel records(String digest) {
        RecordModel known = records.get(digest);
        ModelFiles model = files.get(digest);
        if (known != null || model == null) {
            return known;
        }
        if (ModelParser.parse(model) instanceof Parsing.Accepted accepted && digest.equals(accepted.digest())) {
            RecordModel read = RecordModel.of(accepted.model());
            records.put(digest, read);
            return read;
        }
        return null;
    }

    @Override
    public ModelLease lease(String digest) {
        Impossible why = refused.get(digest);
        if (why != null) {
            return new ModelLease.Refused(why);
        }
        Compilation.Accepted known = compiled.get(digest);
        return known == null ? load(digest) : new ModelLease.Granted(known.decider(), () -> {});
    }

    private ModelLease load(String digest) {
        ModelFiles model = files.get(digest);
        if (model == null) {
            return refuse(
                    digest,
                    Obstacle.MODEL_MISSING,
                    "the export does not hold model `" + digest + "`; name its folder with `--model`, or export with"
                            + " models");
        }
        List<String> strangers =
                trustGuardrails || ownFolders.contains(digest) ? List.of() : installed.strangers(model);
        if (!strangers.isEmpty()) {
            return refuse(
                    digest,
                    Obstacle.UNTRUSTED_RULES,
                    "model `" + digest + "` brings the rule files `" + String.join("`, `", strangers)
                            + "`, which are code that this installation does not have; put the same files into"
                            + " `rules/guardrails/" + model.name() + "/`, or run them with `--trust-guardrails`");
        }
        Compilation compilation = ModelCompiler.compile(model, VERSION);
        if (compilation instanceof Compilation.Accepted accepted) {
            compiled.put(digest, accepted);
            return new ModelLease.Granted(accepted.decider(), () -> {});
        }
        return refuse(
                digest,
                Obstacle.MODEL_REJECTED,
                "this version of the engine finds errors in model `" + digest + "`, the first "
                        + firstError(compilation));
    }

    private ModelLease refuse(String digest, Obstacle obstacle, String why) {
        Impossible impossible = new Impossible(obstacle, why);
        refused.put(digest, impossible);
        return new ModelLease.Refused(impossible);
    }

    private static String firstError(Compilation compilation) {
        return compilation.issues().stream()
                .filter(Issue::isError)
                .findFirst()
                .map(issue -> "at " + issue.cell() + ": " + issue.message())
                .orElse("unnamed");
    }

    @Override
    public void close() {
        compiled.values().forEach(model -> model.decider().close());
        compiled.clear();
    }
}
