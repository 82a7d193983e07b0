package io.barograph.cli.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long the accounts of one story go unnoticed.
 *
 * @param days from onset to the first alarm the story gave rise to, rising; {@link Integer#MAX_VALUE} when there is none
 * @param limit days within which they are to be noticed
 * @param byChance how many of them would have given an alarm within the limit without their story
 * @param reasons what was noticed first, most frequent first
 */
record Delays(Story story, List<Integer> days, int limit, int byChance, String reasons) {

    /** Of accounts that were watched for the limit after the onset, or left within it. */
    static Delays of(Detection detection, Story story, int limit) {
        List<Integer> days = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        int byChance = 0;
        for (Detection.Trio trio : detection.of(story)) {
            PortfolioAccount account = trio.told().account();
            int watched = (account.lastWeek() - account.onset()) * 7;
            if (watched < limit && account.staysToTheEnd()) {
                continue;
            }
            List<Alarm> after = trio.alarmsOfStory().stream()
                    .filter(alarm -> alarm.week() >= account.onset())
                    .toList();
            days.add(after.isEmpty() ? Integer.MAX_VALUE : (after.get(0).week() - account.onset()) * 7);
            if (!after.isEmpty()) {
                reasons.merge(after.get(0).reason(), 1, Integer::sum);
            }
            boolean otherwise = Alarm.of(trio.untold().looks()).stream()
                    .anyMatch(
                            alarm -> alarm.week() >= account.onset() && (alarm.week() - account.onset()) * 7 <= limit);
            byChance += otherwise ? 1 : 0;
        }
        days.sort(Comparator.naturalOrder());
        return new Delays(story, days, limit, byChance, listed(reasons));
    }

    private static String listed(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The days within which so many percent of them are noticed. */
    int within(int percent) {
        return days.get(Math.max(0, (days.size() * percent + 99) / 100 - 1));
    }

    int median() {
        return within(50);
    }

    /** Percent noticed within the limit. */
    long noticed() {
        return 100 * days.stream().filter(delay -> delay <= limit).count() / days.size();
    }

    long noticedByChance() {
        return 100L * byChance / days.size();
    }
}
