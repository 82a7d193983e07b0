package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
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
import java.util.Map;

/** From a model's files to a {@link Decider}: read, parse, check, load rows and guardrails, run its tests. */
public final class ModelCompiler {

    private ModelCompiler() {}

    /**
     * Collects every issue of workbooks, contract and rule files in one go.
     *
     * @param version what decisions call this model, for example {@code 7} or {@code working-copy}
     */
    public static Compilation compile(ModelFiles files, String version) {
        Ruleset.loadAhead();
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
            return tested(accepted.model(), guardrails, version, issues);
        }
        return new Compilation.Rejected(issues.sorted(), parsing.digest(), TestReport.NONE);
    }

    /**
     * Whether compiling these files can run no code but that which came with this product: they bring no rule files, or
     * exactly those that it was built with. Workbooks and contracts are data and run nothing.
     */
    public static boolean bringsNoCode(ModelFiles files) {
        return files.ruleFiles().isEmpty() || GuardrailCompiler.arePrecompiled(files.ruleFiles());
    }

    /**
     * Loads a model that was put together from the rows of others, and never checked. Its decisions do not tell {@code
     * changes}.
     *
     * @param other a decider of this engine whose guardrails are to run
     */
    public static Decider variant(Model model, Decider other) {
        if (other instanceof SessionDecider decider) {
            return decider.over(model);
        }
        throw new IllegalArgumentException("only a decider of this engine has guardrails to lend");
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

    /** Tests decide as any account does, so they run last. */
    private static Compilation tested(Model model, Guardrails guardrails, String version, Issues issues) {
        Ruleset ruleset = Ruleset.of(model, guardrails);
        SessionDecider decider = new SessionDecider(ruleset, new ModelVersion(version, model.digest()));
        TestReport tests = TestSheets.run(model, decider, issues);
        if (issues.hasErrors()) {
            decider.close();
            return new Compilation.Rejected(issues.sorted(), model.digest(), tests);
        }
        return new Compilation.Accepted(model, decider, issues.sorted(), tests);
    }
}
