package io.barograph.service.governance;

import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.governance.Step;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.problems.Problem;
import io.barograph.service.security.CurrentPrincipal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the model for people: where each stands, who did what to it and why, and what it was approved on. */
@Controller
class ModelsPage {

    /** A version and what was done to it last; null of a model that decided before versions were kept. */
    record Line(VersionDocument version, @Nullable Step last) {}

    private final VersionLookup lookup;
    private final Versions versions;
    private final EvidenceStore evidence;
    private final Comparing comparing;
    private final Checking checking;
    private final ActiveModel active;
    private final JsonMapper json;
    private final CurrentPrincipal current;

    ModelsPage(
            VersionLookup lookup,
            Versions versions,
            EvidenceStore evidence,
            Comparing comparing,
            Checking checking,
            ActiveModel active,
            JsonMapper json,
            CurrentPrincipal current) {
        this.lookup = lookup;
        this.versions = versions;
        this.evidence = evidence;
        this.comparing = comparing;
        this.checking = checking;
        this.active = active;
        this.json = json;
        this.current = current;
    }

    @GetMapping(path = "/models", produces = "text/html")
    String models(Model page) {
        common(page);
        page.addAttribute(
                "lines",
                lookup.all().stream()
                        .map(version -> new Line(version, last(version)))
                        .toList());
        return "models";
    }

    private static @Nullable Step last(VersionDocument version) {
        List<Step> history = version.history();
        return history == null ? null : history.get(history.size() - 1);
    }

    @GetMapping(path = "/models/{v}", produces = "text/html")
    String model(@PathVariable String v, Model page, HttpServletResponse response) {
        common(page);
        try {
            VersionDocument version = lookup.document(v);
            page.addAttribute("version", version);
            changes(version, page);
            Integer number = version.number();
            if (number != null) {
                found(number, page);
            }
        } catch (Problem unknown) {
            response.setStatus(unknown.getStatusCode().value());
            page.addAttribute("problem", unknown.getMessage());
        }
        return "model";
    }

    private void common(Model page) {
        page.addAttribute("who", current.get().id());
        page.addAttribute("fault", active.fault().orElse(null));
    }

    /** Against the model that was active when it was uploaded. */
    private void changes(VersionDocument version, Model page) {
        String base = version.base();
        if (base != null) {
            ModelFiles before = lookup.files(base);
            ModelFiles after = lookup.files(version.digest());
            page.addAttribute("changes", checking.run(() -> DiffText.of(ModelDiff.between(before, after), Look.PLAIN)));
        }
    }

    private void found(int number, Model page) {
        versions.check(number).map(this::tree).ifPresent(check -> {
            page.addAttribute("check", check);
            page.addAttribute("errors", count(check, "error"));
            page.addAttribute("notices", count(check, "notice"));
        });
        evidence.simulation(number).ifPresent(simulation -> {
            page.addAttribute("simulation", simulation);
            page.addAttribute("figures", tree(simulation.guardrails()));
            page.addAttribute("moves", moves(tree(simulation.report())));
        });
        comparing.comparison(number).ifPresent(comparison -> page.addAttribute("compared", comparison.totals()));
    }

    private JsonNode tree(byte[] document) {
        return json.readTree(document);
    }

    private static long count(JsonNode check, String severity) {
        return check.get("issues")
                .valueStream()
                .filter(issue -> issue.get("severity").asString().equals(severity))
                .count();
    }

    /** Those to another band. */
    private static List<JsonNode> moves(JsonNode report) {
        return report.get("moves")
                .valueStream()
                .filter(move -> !move.get("from").equals(move.get("to")))
                .toList();
    }
}
