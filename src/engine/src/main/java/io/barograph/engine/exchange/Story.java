package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.exchange.Page.Gauge;
import io.barograph.engine.exchange.Page.Item;
import io.barograph.engine.exchange.Page.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to tell about a decision, in the order a person asks. */
final class Story {

    private static final int FACTORS = 3;
    private static final int PROBLEMS_SHOWN = 20;
    private static final int FIELDS_SHOWN = 8;
    private static final int DIGEST_SHOWN = 12;

    private final Decision decision;
    private final Wording wording;
    private final Firings firings;
    private final ToDo toDo;
    private final Changed changed;
    private final WithinReach reach;

    Story(Decision decision, Contract contract, Background background) {
        this.decision = decision;
        this.wording = new Wording(contract);
        this.changed = new Changed(decision, background.previous(), wording);
        this.reach = new WithinReach(background.near(), wording);
        this.firings = Firings.of(decision);
        this.toDo = new ToDo(decision);
    }

    void tell(Page page) {
        page.title(decision.accountId(), "as of " + decision.asOf(), facts());
        if (decision.status() == Decision.Status.UNDECIDED) {
            section(page, "Why there is no decision", "", reasons());
            whatToSend(page);
        }
        String briefing = new Briefing(decision, changed).text();
        if (!briefing.isEmpty()) {
            page.paragraph(briefing);
        }
        scores(page);
        section(page, "What changed", changed.summary(), changed.items());
        section(
                page,
                "What pulls it down",
                "points of " + Decision.OVERALL + " lost against full sub-scores, the most first",
                factors(Factor.down(decision, FACTORS)));
        section(
                page,
                "What holds it up",
                "points of " + Decision.OVERALL + " brought in, the most first",
                factors(Factor.up(decision, FACTORS)));
        section(page, "What else moved it", "", new Movers(decision, wording).items());
        section(page, "Flags", "", flags());
        section(page, "What to expect", "", new Outlook(decision).items());
        section(page, "What to do", "", toDo.now());
        section(page, "Held back", "", toDo.notNow());
        section(page, "Whom to tell", "", escalations());
        section(page, "Within reach", "one change alone, all else being as it is; the smallest first", reach.lifts());
        section(page, "What nearly fired", "one condition short, the nearest first", reach.rows());
        section(page, "Problems with the data", "", problems());
    }

    private List<String> facts() {
        ModelVersion model = decision.model();
        String digest = model.digest().substring(model.digest().indexOf(':') + 1);
        return List.of(
                decision.status().label(),
                "segment " + orNone(decision.segment()),
                "tier " + orNone(decision.tier()),
                "model " + model.version() + " " + digest.substring(0, Math.min(digest.length(), DIGEST_SHOWN)));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "none" : text;
    }

    private static void section(Page page, String heading, String remark, List<Item> items) {
        if (!items.isEmpty()) {
            page.heading(heading);
            if (!remark.isEmpty()) {
                page.remark(remark);
            }
            page.items(items);
        }
    }

    private void scores(Page page) {
        Set<String> names = new LinkedHashSet<>(decision.scores().keySet());
        names.addAll(decision.bands().keySet());
        if (!names.isEmpty()) {
            page.heading("Where it stands");
            page.gauges(names.stream()
                    .map(name -> new Gauge(
                            name,
                            decision.scores().get(name),
                            decision.bands().get(name),
                            name.equals(Decision.OVERALL)))
                    .toList());
        }
        if (decision.coverage() != null && decision.confidence() != null) {
            page.remark("confidence " + decision.confidence() + ": " + Wording.value(decision.coverage())
                    + " % of the weight rests on usable values");
        }
        if (decision.overall() != null) {
            page.heading("How the score adds up");
            page.waterfall(waterfall(decision.overall()));
        }
    }

    private List<Step> waterfall(BigDecimal overall) {
        List<Step> steps = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (Contribution contribution : decision.contributions()) {
            if (contribution.score().equals(Decision.OVERALL)
                    && contribution.points().signum() != 0) {
                BigDecimal next = running.add(contribution.points());
                steps.add(new Step(stepName(contribution), running, next, false));
                running = next;
            }
        }
        steps.add(new Step(Decision.OVERALL, BigDecimal.ZERO, overall, true));
        return steps;
    }

    private static String stepName(Contribution contribution) {
        if (contribution.dimension() != null) {
            return contribution.dimension();
        }
        return (contribution.points().signum() < 0 ? "cap " : "floor ") + contribution.ruleId();
    }

    private List<Item> factors(List<Factor> factors) {
        return factors.stream()
                .map(factor -> {
                    String name = String.valueOf(factor.indicator().indicator());
                    Optional<FiredRule> rule = firings.scored(name);
                    return new Item(
                            Wording.points(factor.points()),
                            wording.label(name) + ": " + reading(name, factor.indicator()),
                            firings.because(rule),
                            rule.map(Firings::source).orElse(null));
                })
                .toList();
    }

    private String reading(String name, Contribution indicator) {
        return wording.value(name, indicator.value()) + ", scores " + Wording.value(indicator.subScore()) + " of 100";
    }

    private List<Item> escalations() {
        return decision.escalations().stream().map(this::escalation).toList();
    }

    private Item escalation(Escalation escalation) {
        Optional<FiredRule> rule = firings.ruled(escalation.ruleId());
        List<String> lines = new ArrayList<>();
        if (escalation.action() != null) {
            lines.add(escalation.action());
        }
        if (escalation.due() != null) {
            lines.add("due " + escalation.due());
        }
        lines.addAll(firings.because(rule));
        return new Item(
                "→", escalation.escalateTo(), lines, rule.map(Firings::source).orElse(escalation.ruleId()));
    }

    private List<Item> flags() {
        return decision.flags().stream().map(this::flag).toList();
    }

    private Item flag(RaisedFlag flag) {
        Optional<FiredRule> rule = firings.ruled(flag.ruleId());
        return new Item(
                flag.severity(),
                flag.flag(),
                firings.because(rule),
                rule.map(Firings::source).orElse(flag.ruleId()));
    }

    /** What is about no single input is about the decision. */
    private List<Item> reasons() {
        return decision.issues().stream()
                .filter(issue -> issue.field() == null)
                .map(Story::issue)
                .toList();
    }

    private List<Item> problems() {
        boolean reasonsTold = decision.status() == Decision.Status.UNDECIDED;
        List<Item> problems = decision.issues().stream()
                .filter(issue -> issue.field() != null || !reasonsTold)
                .map(Story::issue)
                .toList();
        return shown(problems, PROBLEMS_SHOWN);
    }

    private static Item issue(DecisionIssue issue) {
        return new Item("!", issue.message(), List.of(), null);
    }

    private static List<Item> shown(List<Item> items, int limit) {
        if (items.size() <= limit) {
            return items;
        }
        Item more = new Item("", "and " + (items.size() - limit) + " more", List.of(), null);
        return Stream.concat(items.stream().limit(limit), Stream.of(more)).toList();
    }

    /** A model that got as far as coverage lacks values; one that did not lacks something no account can send. */
    private void whatToSend(Page page) {
        page.heading("What to send");
        if (decision.coverage() == null) {
            page.remark("nothing more: the model or its rules have to be mended first");
            return;
        }
        page.remark("values of some of these indicators; what was wrong with those sent stands below");
        page.items(shown(
                wording.contract().fields().stream()
                        .filter(field -> field.isIndicator() && field.usableInScoring())
                        .map(Story::wanted)
                        .toList(),
                FIELDS_SHOWN));
    }

    private static Item wanted(Field field) {
        return new Item("", field.label() + " (" + field.name() + "): " + Wording.accepts(field), List.of(), null);
    }
}
