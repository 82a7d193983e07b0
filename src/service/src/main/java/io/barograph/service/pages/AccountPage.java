package io.barograph.service.pages;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Recommendation;
import io.barograph.service.accounts.AccountRow;
import io.barograph.service.accounts.Accounts;
import io.barograph.service.decisions.DecisionStore;
import io.barograph.service.feedback.FeedbackKind;
import io.barograph.service.feedback.Feedbacks;
import io.barograph.service.outcomes.Outcomes;
import io.barograph.service.overrides.AccountOverrides;
import io.barograph.service.overrides.OverrideList;
import io.barograph.service.overrides.OverrideRequest;
import io.barograph.service.overrides.Overrides;
import io.barograph.service.overrides.ShownOverrides;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One account, as whoever looks after it wants to see it: how it stands, what to do, and what people say over it. */
@Controller
@RequestMapping("/accounts/{id}")
class AccountPage {

    private static final String AGAIN = "redirect:/accounts/{id}";
    private static final int MOST = 50;

    /** What was filled in, to be corrected. */
    record Form(
            @Nullable String score,
            @Nullable String kind,
            @Nullable String band,
            @Nullable String until,
            @Nullable String rationale,
            @Nullable String feedbackKind,
            @Nullable String indicator,
            @Nullable String text) {

        static final Form EMPTY = new Form(null, null, null, null, null, null, null, null);
    }

    private final Accounts accounts;
    private final DecisionStore decisions;
    private final Disclosure disclosure;
    private final ShownOverrides shown;
    private final Overrides overrides;
    private final OverrideList list;
    private final Feedbacks feedbacks;
    private final Outcomes outcomes;
    private final CurrentPrincipal current;
    private final Clock clock;

    AccountPage(
            Accounts accounts,
            DecisionStore decisions,
            Disclosure disclosure,
            ShownOverrides shown,
            Overrides overrides,
            OverrideList list,
            Feedbacks feedbacks,
            Outcomes outcomes,
            CurrentPrincipal current,
            Clock clock) {
        this.accounts = accounts;
        this.decisions = decisions;
        this.disclosure = disclosure;
        this.shown = shown;
        this.overrides = overrides;
        this.list = list;
        this.feedbacks = feedbacks;
        this.outcomes = outcomes;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String account(@PathVariable String id, Model page) {
        show(id, page, Form.EMPTY);
        return "account";
    }

    @PostMapping(path = "/overrides", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String override(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String rationale,
            Model page,
            HttpServletResponse response) {
        Form form = new Form(score, kind, band, until, rationale, null, null, null);
        return done(id, page, response, form, by -> {
            overrides.make(id, new OverrideRequest(score, kind, band, null, until, rationale), by);
        });
    }

    @PostMapping(path = "/overrides/{override}/agreement", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String agree(
            @PathVariable String id,
            @PathVariable String override,
            @RequestParam(required = false) @Nullable String why,
            Model page,
            HttpServletResponse response) {
        return done(id, page, response, Form.EMPTY, by -> overrides.agree(id, override, why, by));
    }

    @PostMapping(path = "/overrides/{override}/withdrawal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String withdraw(
            @PathVariable String id,
            @PathVariable String override,
            @RequestParam(required = false) @Nullable String why,
            Model page,
            HttpServletResponse response) {
        return done(id, page, response, Form.EMPTY, by -> overrides.withdraw(id, override, why, by));
    }

    @PostMapping(path = "/feedback", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String feedback(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String indicator,
            Model page,
            HttpServletResponse response) {
        Form form = new Form(null, null, null, null, null, kind, indicator, text);
        return done(
                id,
                page,
                response,
                form,
                by -> feedbacks.leave(
                        require(id).decisionId().toString(), new Feedbacks.Message(text, kind, indicator), by));
    }

    private interface Doing {
        void by(Principal principal);
    }

    /** Leads back to the page; where something stood in the way, the page says it and keeps what was filled in. */
    private String done(String id, Model page, HttpServletResponse response, Form form, Doing doing) {
        try {
            doing.by(current.get());
            return AGAIN;
        } catch (Problem wrong) {
            response.setStatus(wrong.getStatusCode().value());
            page.addAttribute("problem", wrong.getMessage());
            show(id, page, form);
            return "account";
        }
    }

    private void show(String id, Model page, Form form) {
        AccountRow account = require(id);
        Decision decision = disclosure
                .tell(decisions.find(account.decisionId()).orElseThrow().bytes())
                .decision();
        Principal reader = current.get();
        boolean mayWrite = reader.has(Role.CSM);
        Optional<AccountOverrides> over = shown.of(id, decision.bands());
        Map<String, @Nullable String> said = over.map(AccountOverrides::bands).orElse(Map.of());
        Overrides.Choices choices = mayWrite ? overrides.choices(id, reader) : null;
        page.addAttribute("who", reader.id());
        page.addAttribute("mayWrite", mayWrite);
        page.addAttribute("account", account);
        page.addAttribute("decision", decision);
        page.addAttribute("scores", ScoreLine.of(decision, said));
        page.addAttribute("inForce", over.map(AccountOverrides::inForce).orElse(List.of()));
        page.addAttribute(
                "todo",
                decision.playbooks().stream().filter(Recommendation::running).toList());
        page.addAttribute("choices", choices);
        page.addAttribute("bands", choices == null ? Set.of() : bands(choices));
        page.addAttribute("overrides", list.ofAccount(id, MOST));
        page.addAttribute("feedback", feedbacks.ofAccount(id, MOST));
        page.addAttribute("feedbackKinds", FeedbackKind.labels());
        page.addAttribute("indicators", ScoreLine.indicators(decision));
        page.addAttribute("outcomes", outcomes.of(id));
        page.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        page.addAttribute("form", form);
    }

    private static Set<String> bands(Overrides.Choices choices) {
        Set<String> bands = new LinkedHashSet<>();
        choices.ladders().values().forEach(bands::addAll);
        return bands;
    }

    private AccountRow require(String id) {
        return accounts.find(id)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "no account `" + id + "` was decided here yet"));
    }
}
