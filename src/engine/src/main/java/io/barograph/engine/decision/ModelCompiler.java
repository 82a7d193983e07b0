package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.model.Row;
import io.barograph.engine.ruleset.GuardrailCompiler;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Ruleset;
import io.barograph.engine.text.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From a model's files to a {@link Decider}: read, parse, check, load rows and guardrails. */
public final class ModelCompiler {

    private ModelCompiler() {}

    /**
     * Collects every issue of workbooks, contract and rule files in one go.
     *
     * @param version what decisions call this model, for example {@code 7} or {@code working-copy}
     */
    public static Compilation compile(ModelFiles files, String version) {
        Parsing parsing = ModelParser.parse(files);
        Issues issues = new Issues();
        issues.addAll(parsing.issues());
        Guardrails guardrails = GuardrailCompiler.compile(
                files.ruleFiles(),
                parsing instanceof Parsing.Accepted sound ? sound.model().contract() : null,
                issues);
        if (parsing instanceof Parsing.Accepted accepted) {
            checkIds(accepted.model(), guardrails, issues);
        }
        if (parsing instanceof Parsing.Accepted accepted && !issues.hasErrors()) {
            return accepted(accepted.model(), guardrails, version, issues.sorted());
        }
        return new Compilation.Rejected(issues.sorted(), parsing.digest());
    }

    /** Rule IDs are unique in the model, guardrails included. */
    private static void checkIds(Model model, Guardrails guardrails, Issues issues) {
        Map<String, CellAddress> rows = new HashMap<>();
        for (Row row : model.rows()) {
            String id = row.head().ruleId();
            if (id != null) {
                rows.put(Names.fold(id), row.head().cell());
            }
        }
        for (String id : guardrails.ids()) {
            CellAddress cell = rows.get(Names.fold(id));
            if (cell != null) {
                issues.error(
                        IssueCode.DUPLICATE_RULE_ID,
                        guardrails.rule(id).place(),
                        "Rule ID `" + id + "` is already used at " + cell);
            }
        }
    }

    private static Compilation accepted(Model model, Guardrails guardrails, String version, List<Issue> issues) {
        Ruleset ruleset = Ruleset.of(model, guardrails);
        ModelVersion modelVersion = new ModelVersion(version, model.digest());
        return new Compilation.Accepted(model, new SessionDecider(ruleset, modelVersion), issues);
    }
}
