package io.barograph.service.governance;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.Evidence;
import io.barograph.engine.governance.Approval;
import io.barograph.engine.governance.State;
import io.barograph.engine.governance.Step;
import io.barograph.engine.governance.VersionLife;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was done to a version, as canonical JSON. */
final class LifeJson {

    private LifeJson() {}

    static String write(VersionLife life) {
        return new String(CanonicalJson.bytes(tree(life)), StandardCharsets.UTF_8);
    }

    /** The same as a tree, which documents and events hold. */
    static Map<String, @Nullable Object> tree(VersionLife life) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("number", BigDecimal.valueOf(life.number()));
        tree.put("digest", life.digest());
        tree.put("state", life.state().label());
        tree.put("authors", List.copyOf(life.authors()));
        tree.put("segments", List.copyOf(life.segments()));
        tree.put("evidence", life.evidence() == null ? null : evidence(life.evidence()));
        tree.put("approvals", life.approvals().stream().map(LifeJson::approval).toList());
        tree.put("canary", life.canary() == null ? null : BigDecimal.valueOf(life.canary()));
        tree.put("history", life.history().stream().map(LifeJson::step).toList());
        return tree;
    }

    static Map<String, @Nullable Object> evidence(Evidence evidence) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("model", evidence.model());
        tree.put("base", evidence.base());
        tree.put("workbooks", evidence.workbooks());
        tree.put("check", evidence.check());
        tree.put("tests", evidence.tests());
        tree.put("diff", evidence.diff());
        tree.put("simulation", evidence.simulation());
        tree.put("guardrails", evidence.guardrails());
        return tree;
    }

    static Map<String, @Nullable Object> approval(Approval approval) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("person", approval.person());
        tree.put("by", approval.by());
        tree.put("at", approval.at().toString());
        tree.put("why", approval.why());
        tree.put("segments", List.copyOf(new TreeSet<>(approval.segments())));
        tree.put("evidence", approval.evidence());
        tree.put("note", approval.note());
        return tree;
    }

    private static Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("what", step.what());
        tree.put("state", step.state().label());
        tree.put("by", step.by());
        tree.put("person", step.person());
        tree.put("at", step.at().toString());
        tree.put("why", step.why());
        return tree;
    }

    /** @throws IllegalArgumentException when it is none */
    static VersionLife read(String json) {
        Map<?, ?> tree = map(CanonicalJson.tree(json.getBytes(StandardCharsets.UTF_8)));
        Object evidence = tree.get("evidence");
        Object canary = tree.get("canary");
        return new VersionLife(
                number(tree.get("number")),
                text(tree, "digest"),
                State.of(text(tree, "state")),
                texts(tree.get("authors")),
                texts(tree.get("segments")),
                evidence == null ? null : readEvidence(map(evidence)),
                items(tree.get("approvals")).stream()
                        .map(LifeJson::readApproval)
                        .toList(),
                canary == null ? null : number(canary),
                items(tree.get("history")).stream().map(LifeJson::readStep).toList());
    }

    private static Evidence readEvidence(Map<?, ?> tree) {
        return new Evidence(
                text(tree, "model"),
                text(tree, "base"),
                text(tree, "workbooks"),
                text(tree, "check"),
                text(tree, "tests"),
                text(tree, "diff"),
                text(tree, "simulation"),
                text(tree, "guardrails"));
    }

    private static Approval readApproval(Map<?, ?> tree) {
        return new Approval(
                text(tree, "person"),
                text(tree, "by"),
                Instant.parse(text(tree, "at")),
                text(tree, "why"),
                texts(tree.get("segments")),
                text(tree, "evidence"),
                text(tree, "note"));
    }

    private static Step readStep(Map<?, ?> tree) {
        return new Step(
                text(tree, "what"),
                State.of(text(tree, "state")),
                text(tree, "by"),
                text(tree, "person"),
                Instant.parse(text(tree, "at")),
                text(tree, "why"));
    }

    private static Map<?, ?> map(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> members) {
            return members;
        }
        throw new IllegalArgumentException("a version's life is not what was written");
    }

    private static List<Map<?, ?>> items(@Nullable Object tree) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (tree instanceof List<?> list) {
            list.forEach(item -> items.add(map(item)));
        }
        return items;
    }

    private static Set<String> texts(@Nullable Object tree) {
        Set<String> texts = new TreeSet<>();
        if (tree instanceof List<?> list) {
            list.forEach(item -> texts.add(String.valueOf(item)));
        }
        return texts;
    }

    private static String text(Map<?, ?> tree, String name) {
        if (tree.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a version's life lacks its `" + name + "`");
    }

    private static int number(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.intValueExact();
        }
        throw new IllegalArgumentException("a version's life lacks a number");
    }
}
