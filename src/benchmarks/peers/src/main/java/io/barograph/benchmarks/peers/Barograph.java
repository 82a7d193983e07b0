package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAccounts;
import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainModel;
import io.barograph.benchmarks.plain.PlainTask;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Barograph: workbook bytes to a decider; what the caller asks for of each decision is the overall score and band, the log is complete. */
final class Barograph implements Entrant {

    private @Nullable ModelFiles files;

    /** How many accounts are decided together. */
    private final int together;

    Barograph(int together) {
        this.together = together;
    }

    @Override
    public void write(PlainTask task) {
        files = PlainModel.files(task);
    }

    @Override
    public Ready load(PlainTask task) {
        Compilation compilation = ModelCompiler.compile(Objects.requireNonNull(files), "plain");
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new IllegalStateException("the plain model has errors: " + compilation.issues());
        }
        Decider decider = accepted.decider();
        return new Ready() {
            private List<Inquiry> inquiries = List.of();
            private int decided;

            @Override
            public void take(int[][] accounts) {
                inquiries = PlainAccounts.inquiries(accounts);
            }

            @Override
            public void decide(int from, int to) {
                for (int first = from; first < to; first += together) {
                    List<Decision> decisions = decider.decide(inquiries.subList(first, Math.min(to, first + together)));
                    for (Decision decision : decisions) {
                        decided += Objects.requireNonNull(decision.overall()).scale()
                                + Objects.requireNonNull(decision.overallBand()).length();
                    }
                }
            }

            @Override
            public PlainAnswer answer(int account) {
                return PlainAnswer.of(
                        decider.decide(List.of(inquiries.get(account))).get(0));
            }
        };
    }
}
