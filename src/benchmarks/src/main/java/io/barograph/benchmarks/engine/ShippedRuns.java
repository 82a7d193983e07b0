package io.barograph.benchmarks.engine;

import io.barograph.benchmarks.Rounds;
import io.barograph.benchmarks.Rounds.Took;
import io.barograph.benchmarks.handwritten.HandDecision;
import io.barograph.benchmarks.handwritten.HandJson;
import io.barograph.benchmarks.handwritten.ShippedScorer;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shipped model beside the same model by hand: same accounts, same log, same JSON, checked first. */
public final class ShippedRuns {

    private static final int ACCOUNTS = 256;
    private static final List<String> SEGMENTS = List.of("enterprise", "mid-market", "smb", "marketplace");

    private final Decider decider;
    private final ShippedScorer scorer;
    private final HandJson json;

    /** What was looked at, so that nobody can leave it out. */
    private long looked;

    private ShippedRuns(Compilation.Accepted model) {
        this.decider = model.decider();
        this.scorer = ShippedScorer.of(model.model());
        this.json = new HandJson(scorer, decider.model());
    }

    /** All segments, or those named before {@code --rounds} and the like. */
    public static void run(List<String> arguments) throws Exception {
        List<String> options = new ArrayList<>(arguments);
        List<String> segments = new ArrayList<>();
        while (!options.isEmpty() && !options.get(0).startsWith("--")) {
            segments.add(options.remove(0));
        }
        Compilation compilation = ModelCompiler.compile(ShippedModel.files(), "benchmark");
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new IllegalStateException(compilation.issues().toString());
        }
        ShippedRuns runs = new ShippedRuns(accepted);
        System.out.println(
                "| segment | what | µs processor time an account | × by hand | µs wall | bytes an account |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        for (String segment : segments.isEmpty() ? SEGMENTS : segments) {
            runs.segment(segment, options);
        }
        System.err.println("looked at " + runs.looked);
        runs.decider.close();
    }

    private void segment(String segment, List<String> options) throws Exception {
        List<Inquiry> accounts = ShippedModel.accounts(decider, segment, ACCOUNTS);
        double firings = compare(accounts);
        Map<String, Took> took = new Rounds(options)
                .with("by hand, with its log", () -> byHand(accounts))
                .with("engine, 256 together", () -> engine(accounts, ACCOUNTS))
                .with("engine, 16 together", () -> engine(accounts, 16))
                .with("engine, one at a time", () -> engine(accounts, 1))
                .with("by hand, told as JSON", () -> byHandTold(accounts))
                .with("engine, 256 together, told as JSON", () -> engineTold(accounts, ACCOUNTS))
                .with("engine, one at a time, told as JSON", () -> engineTold(accounts, 1))
                .measure();
        took.forEach((name, each) -> {
            Took limit =
                    took.getOrDefault(name.endsWith("JSON") ? "by hand, told as JSON" : "by hand, with its log", each);
            System.out.printf(
                    Locale.ROOT,
                    "| %s (%.0f firings) | %s | %.2f | %.1f | %.2f | %,.0f |%n",
                    segment,
                    firings,
                    name,
                    each.cpu(),
                    each.cpu() / limit.cpu(),
                    each.wall(),
                    each.bytes());
        });
    }

    /** @return how many rows fire for an account */
    private double compare(List<Inquiry> accounts) throws IOException {
        List<Decision> decisions = decider.decide(accounts);
        long fired = 0;
        for (int i = 0; i < accounts.size(); i++) {
            ByteArrayOutputStream engine = new ByteArrayOutputStream();
            DecisionJson.write(decisions.get(i), null, Explain.FULL, engine);
            ByteArrayOutputStream hand = new ByteArrayOutputStream();
            json.write(scorer.decide(accounts.get(i).snapshot(), accounts.get(i).prior()), hand);
            Rounds.same(
                    "the decision of `" + accounts.get(i).snapshot().accountId() + "`",
                    engine.toByteArray(),
                    hand.toByteArray());
            fired += decisions.get(i).fired().size();
        }
        return (double) fired / accounts.size();
    }

    private int byHand(List<Inquiry> accounts) {
        for (Inquiry account : accounts) {
            HandDecision decision = scorer.decide(account.snapshot(), account.prior());
            looked += decision.overall() + (decision.overallBand() == null ? 0 : 1);
        }
        return accounts.size();
    }

    private int byHandTold(List<Inquiry> accounts) throws IOException {
        for (Inquiry account : accounts) {
            looked += json.write(scorer.decide(account.snapshot(), account.prior()), OutputStream.nullOutputStream());
        }
        return accounts.size();
    }

    private int engine(List<Inquiry> accounts, int together) {
        for (int from = 0; from < accounts.size(); from += together) {
            for (Decision decision : decider.decide(accounts.subList(from, from + together))) {
                Telling.NONE.of(decision, seen -> looked += seen == null ? 0 : 1);
            }
        }
        return accounts.size();
    }

    private int engineTold(List<Inquiry> accounts, int together) throws IOException {
        for (int from = 0; from < accounts.size(); from += together) {
            for (Decision decision : decider.decide(accounts.subList(from, from + together))) {
                DecisionJson.write(decision, null, Explain.FULL, OutputStream.nullOutputStream());
                looked++;
            }
        }
        return accounts.size();
    }
}
