package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainScorer;
import io.barograph.benchmarks.plain.PlainTask;

/** Hand-written Java: the limit. */
final class ByHand implements Entrant {

    @Override
    public Ready load(PlainTask task) {
        PlainScorer scorer = new PlainScorer(task);
        return new Ready() {
            private int[][] readings = {};
            private final PlainScorer.Scored[] kept = new PlainScorer.Scored[256];

            @Override
            public void take(int[][] accounts) {
                readings = accounts;
            }

            @Override
            public void decide(int from, int to) {
                for (int account = from; account < to; account++) {
                    kept[account % kept.length] = scorer.score(readings[account]);
                }
            }

            @Override
            public PlainAnswer answer(int account) {
                return scorer.answer(scorer.score(readings[account]));
            }
        };
    }
}
