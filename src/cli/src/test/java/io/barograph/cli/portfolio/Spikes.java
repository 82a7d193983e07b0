package io.barograph.cli.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a model makes of use that rises, against the same accounts whose use does not, looked at while it lasts.
 *
 * @param accounts how many
 * @param overall mean points that Overall is higher
 * @param expansion mean points that the Expansion score is higher
 * @param probability mean percent points that the expansion probability is higher
 * @param flagged percent of accounts that raise a flag of growth which they would not have
 * @param promised percent of accounts whose Expansion band is better at some look than it would have been
 */
record Spikes(int accounts, double overall, double expansion, double probability, long flagged, long promised) {

    /**
     * @param seen which of the walks to compare with the untold one
     * @param weeks looked at from the onset on, if the story lasts so long
     */
    static Spikes of(List<Detection.Trio> trios, Function<Detection.Trio, Walk> seen, int weeks) {
        double overall = 0;
        double expansion = 0;
        double probability = 0;
        int looks = 0;
        int flagged = 0;
        int promised = 0;
        for (Detection.Trio trio : trios) {
            PortfolioAccount account = trio.told().account();
            int end = Math.min(account.gone(), account.onset() + weeks);
            SortedMap<Integer, Sight> untold = trio.untold().looks().subMap(account.onset(), end);
            boolean flags = false;
            boolean promises = false;
            for (var look :
                    seen.apply(trio).looks().subMap(account.onset(), end).entrySet()) {
                Sight sight = look.getValue();
                Sight otherwise = untold.get(look.getKey());
                if (otherwise == null) {
                    continue;
                }
                looks++;
                overall += difference(
                        sight.overall().orElse(null), otherwise.overall().orElse(null));
                expansion += difference(
                        sight.expansion().orElse(null), otherwise.expansion().orElse(null));
                probability += 100
                        * difference(
                                sight.expansionProbability().orElse(null),
                                otherwise.expansionProbability().orElse(null));
                flags |= !otherwise.growth().containsAll(sight.growth());
                promises |= sight.promisesMoreThan(otherwise);
            }
            flagged += flags ? 1 : 0;
            promised += promises ? 1 : 0;
        }
        int count = Math.max(1, trios.size());
        return new Spikes(
                trios.size(),
                overall / Math.max(1, looks),
                expansion / Math.max(1, looks),
                probability / Math.max(1, looks),
                100L * flagged / count,
                100L * promised / count);
    }

    private static double difference(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? 0 : one.subtract(other).doubleValue();
    }
}
