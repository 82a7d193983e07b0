package io.barograph.cli.portfolio;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A portfolio walked through with a model, each account beside the one it would have been without its story and, where a
 * campaign ran, the one whose campaign nobody declared.
 */
final class Detection {

    private static final int ACCOUNTS_SIDE_BY_SIDE = 50;

    /**
     * @param told with its story
     * @param untold without; the same walk for a steady account
     * @param undeclared without campaign shares; the same as {@code told} where no campaign ran
     */
    record Trio(Walk told, Walk untold, Walk undeclared) {
        Story story() {
            return told.account().story();
        }

        List<Alarm> alarms() {
            return Alarm.of(told.looks());
        }

        /** Those its story gave rise to. */
        List<Alarm> alarmsOfStory() {
            return Alarm.without(alarms(), Alarm.of(untold.looks()));
        }
    }

    private final Plan plan;
    private final int every;
    private final boolean signals;
    private final List<Trio> trios;

    private Detection(Plan plan, int every, boolean signals, List<Trio> trios) {
        this.signals = signals;
        this.plan = plan;
        this.every = every;
        this.trios = trios;
    }

    /** @param every weeks between two looks */
    static Detection of(Path model, Path home, Plan plan, int every) throws IOException {
        Compilation compilation = ModelCompiler.compile(ModelFolder.read(model, home), "detection");
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new IllegalStateException("the model has errors: " + compilation.issues());
        }
        try (Decider decider = accepted.decider()) {
            Contract contract = accepted.model().contract();
            List<Trio> trios = IntStream.iterate(
                            0, from -> from < plan.accounts(), from -> from + ACCOUNTS_SIDE_BY_SIDE)
                    .parallel()
                    .mapToObj(from -> trios(decider, contract, plan, every, from))
                    .flatMap(List::stream)
                    .toList();
            boolean signals = accepted.model().segmentModels().stream()
                    .anyMatch(segment -> !segment.signals().isEmpty());
            return new Detection(plan, every, signals, trios);
        }
    }

    private static List<Trio> trios(Decider decider, Contract contract, Plan plan, int every, int from) {
        List<PortfolioAccount> accounts = new ArrayList<>();
        for (int number = from; number < Math.min(from + ACCOUNTS_SIDE_BY_SIDE, plan.accounts()); number++) {
            PortfolioAccount account = PortfolioAccount.of(plan, number, contract);
            accounts.add(account);
            if (account.story() != Story.STEADY) {
                accounts.add(PortfolioAccount.uneventful(plan, number, contract));
            }
            if (account.story() == Story.CAMPAIGN_SPIKE) {
                accounts.add(account.withoutCampaignShares());
            }
        }
        List<Walk> walks = Walk.of(decider, plan, every, accounts);
        List<Trio> trios = new ArrayList<>();
        for (int i = 0; i < walks.size(); i++) {
            Walk told = walks.get(i);
            Walk untold = told.account().story() == Story.STEADY ? told : walks.get(++i);
            Walk undeclared = told.account().story() == Story.CAMPAIGN_SPIKE ? walks.get(++i) : told;
            trios.add(new Trio(told, untold, undeclared));
        }
        return trios;
    }

    Plan plan() {
        return plan;
    }

    /** Weeks between two looks. */
    int every() {
        return every;
    }

    /** Whether any segment of the model has Signals. */
    boolean signals() {
        return signals;
    }

    List<Trio> of(Story story) {
        return trios.stream().filter(trio -> trio.story() == story).toList();
    }
}
