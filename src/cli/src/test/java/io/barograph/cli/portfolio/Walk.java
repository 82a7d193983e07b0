package io.barograph.cli.portfolio;

import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.Recommendation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides an account again and again, as a service would that meets it for the first time in the first week: each time it knows
 * the readings that have arrived by then and what it decided itself before.
 */
final class Walk {

    /** The longest look back of a trend of 90 days, and what is smoothed, lie within. */
    private static final int WEEKS_REMEMBERED = 26;

    private final PortfolioAccount account;
    private final SortedMap<Integer, Sight> looks = new TreeMap<>();
    private final List<HistoryEntry> past = new ArrayList<>();

    private Walk(PortfolioAccount account) {
        this.account = account;
    }

    /** Walks all accounts side by side, a look every so many weeks, the last one in the last week. */
    static List<Walk> of(Decider decider, Plan plan, int every, List<PortfolioAccount> accounts) {
        List<Walk> walks = accounts.stream().map(Walk::new).toList();
        for (int week = plan.lastWeek() % every; week <= plan.lastWeek(); week += every) {
            List<Walk> present = new ArrayList<>();
            List<Inquiry> inquiries = new ArrayList<>();
            for (Walk walk : walks) {
                if (walk.account.firstWeek() <= week && week <= walk.account.lastWeek()) {
                    present.add(walk);
                    inquiries.add(walk.inquiry(week));
                }
            }
            List<Decision> decisions = decider.decide(inquiries);
            for (int i = 0; i < decisions.size(); i++) {
                present.get(i).decided(week, decisions.get(i));
            }
        }
        return walks;
    }

    /**
     * The latest overall comes with its band but without its value: then nothing is worked out about why the score moved,
     * which would be most of the work, and which nobody looks at here.
     */
    private Inquiry inquiry(int week) {
        LocalDate latest =
                past.isEmpty() ? LocalDate.MIN : past.get(past.size() - 1).date();
        List<HistoryEntry> known = past.stream()
                .map(entry -> entry instanceof ScoreEntry score
                                && score.score().equals(Decision.OVERALL)
                                && score.date().equals(latest)
                        ? new ScoreEntry(score.score(), score.date(), null, score.band())
                        : entry)
                .toList();
        return new Inquiry(account.snapshot(week, WEEKS_REMEMBERED), new PriorState(known));
    }

    private void decided(int week, Decision decision) {
        looks.put(week, Sight.at(decision));
        past.removeIf(entry -> entry.date().isBefore(decision.asOf().minusWeeks(2L * WEEKS_REMEMBERED)));
        decision.scores()
                .forEach((score, value) -> past.add(new ScoreEntry(
                        score, decision.asOf(), value, decision.bands().get(score))));
        decision.playbooks().stream()
                .filter(Recommendation::running)
                .forEach(playbook -> past.add(new HistoryEntry.PlaybookEntry(playbook.playbook(), decision.asOf())));
    }

    PortfolioAccount account() {
        return account;
    }

    /** By week. */
    SortedMap<Integer, Sight> looks() {
        return looks;
    }
}
