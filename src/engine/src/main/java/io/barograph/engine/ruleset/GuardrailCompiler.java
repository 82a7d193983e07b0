package io.barograph.engine.ruleset;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.text.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles a model's own rule files, DRL and native tables alike, and reports every fault with file and line or cell. */
public final class GuardrailCompiler {

    private static final Pattern RULE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private GuardrailCompiler() {}

    /**
     * @param contract what the rules may read; null when it could not be read itself, which then goes unchecked
     * @return no guardrails when there are no files, or when an error was reported
     */
    public static Guardrails compile(List<ModelFile> files, @Nullable Contract contract, Issues issues) {
        if (files.isEmpty()) {
            return Guardrails.NONE;
        }
        Issues found = new Issues();
        List<GuardrailFile> sources = read(files, found);
        Map<String, GuardrailRule> rules = rules(sources, found);
        if (contract != null) {
            sources.forEach(source -> FieldMentions.check(source, contract, found));
        }
        Guardrails guardrails = found.hasErrors() ? Guardrails.NONE : compile(sources, rules, found);
        issues.addAll(found.sorted());
        return guardrails;
    }

    /**
     * Which fields of the data contract each guardrail reads, by Rule ID; functions of its file count for every rule in it.
     *
     * @param files of a model that was accepted
     */
    public static Map<String, Set<String>> fieldsRead(List<ModelFile> files) {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (GuardrailFile file : read(files, new Issues())) {
            file.rules().forEach(rule -> fields.put(rule.name(), FieldMentions.in(file.only(rule))));
        }
        return fields;
    }

    /**
     * What guardrails are called and say, without compiling them: none of them can fire.
     *
     * @param files of a model that was accepted
     */
    public static Guardrails words(List<ModelFile> files) {
        Issues found = new Issues();
        return files.isEmpty() ? Guardrails.NONE : new Guardrails(null, rules(read(files, found), found));
    }

    private static List<GuardrailFile> read(List<ModelFile> files, Issues issues) {
        if (!files.isEmpty()) {
            RuleBase.awaitLoaded();
        }
        List<GuardrailFile> sources = new ArrayList<>();
        for (ModelFile file : files) {
            GuardrailFile source = file.name().endsWith(".drl")
                    ? GuardrailFile.ofDrl(file, issues)
                    : NativeTable.translate(file, issues);
            if (source != null) {
                sources.add(source);
            }
        }
        return sources;
    }

    private static List<RuleCompilation.Source> sources(List<GuardrailFile> files) {
        return files.stream()
                .map(file -> new RuleCompilation.Source(file.source(), file.drl()))
                .toList();
    }

    /** For the build: compiles rule files ahead, so that loading their model need not; leaves faults to that time. */
    static void precompile(List<ModelFile> files, Path classesFolder) throws IOException {
        Issues issues = new Issues();
        List<RuleCompilation.Source> sources = sources(read(files, issues));
        RuleCompilation.Compiled compiled =
                issues.hasErrors() ? null : RuleCompilation.compile(sources, digest(sources), issues);
        if (compiled != null) {
            Precompiled.write(digest(sources), compiled, classesFolder);
        }
    }

    /** Whether running these files runs nothing but classes that this product was built with. */
    public static boolean arePrecompiled(List<ModelFile> files) {
        Issues issues = new Issues();
        List<RuleCompilation.Source> sources = sources(read(files, issues));
        return !issues.hasErrors() && Precompiled.find(digest(sources)) != null;
    }

    private static Guardrails compile(List<GuardrailFile> files, Map<String, GuardrailRule> rules, Issues issues) {
        List<RuleCompilation.Source> sources = sources(files);
        String digest = digest(sources);
        RuleCompilation.Compiled ready = Precompiled.find(digest);
        Issues compiling = new Issues();
        RuleCompilation.Compiled compiled = ready != null ? ready : RuleCompilation.compile(sources, digest, compiling);
        if (compiled == null) {
            files.forEach(file -> blame(file, issues));
            if (!issues.hasErrors()) {
                issues.addAll(compiling.sorted());
            }
            return Guardrails.NONE;
        }
        ClassLoader loader = new CompiledRules(compiled.classes());
        return new Guardrails(RuleBase.of(compiled.models(), loader), rules);
    }

    /** Compiles each rule of a file by itself, since a fault in the Java made from rules does not say which one it is. */
    private static void blame(GuardrailFile file, Issues issues) {
        for (GuardrailFile.Rule rule : file.rules()) {
            RuleCompilation.Source alone = new RuleCompilation.Source(file.source(), file.only(rule));
            Issues found = new Issues();
            RuleCompilation.compile(List.of(alone), digest(List.of(alone)), found);
            for (Issue issue : found.sorted()) {
                int line = issue.cell().file().equals(RuleCompilation.GENERATED)
                        ? file.lineOf(rule, issue.message())
                        : issue.cell().row();
                issues.error(issue.code(), file.placeOf(line), "rule `" + rule.name() + "`: " + issue.message());
            }
        }
    }

    private static Map<String, GuardrailRule> rules(List<GuardrailFile> files, Issues issues) {
        Map<String, GuardrailRule> rules = new LinkedHashMap<>();
        Map<String, CellAddress> places = new HashMap<>();
        for (GuardrailFile file : files) {
            for (GuardrailFile.Rule rule : file.rules()) {
                CellAddress place = rule.place();
                if (!RULE_ID.matcher(rule.name()).matches()) {
                    issues.error(
                            IssueCode.BAD_RULE_ID,
                            place,
                            "the rule's name `" + rule.name()
                                    + "` is its Rule ID, which takes up to 64 letters, digits, `.`, `_` and `-`");
                }
                if (rule.because().isBlank()) {
                    issues.error(
                            IssueCode.MISSING_BECAUSE,
                            place,
                            "rule `" + rule.name() + "` gives no reason; add @because(\"…\")");
                }
                CellAddress other = places.putIfAbsent(Names.fold(rule.name()), place);
                if (other != null) {
                    issues.error(
                            IssueCode.DUPLICATE_RULE_ID,
                            place,
                            "Rule ID `" + rule.name() + "` is already used at " + other);
                }
                rules.put(rule.name(), new GuardrailRule(rule.name(), rule.because(), place, rules.size()));
            }
        }
        return rules;
    }

    private static String digest(List<RuleCompilation.Source> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RuleCompilation.Source file : sources) {
                digest.update(file.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.drl().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
