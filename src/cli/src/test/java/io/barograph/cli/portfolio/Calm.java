package io.barograph.cli.portfolio;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often somebody is called to steady accounts that stay.
 *
 * @param years account-years watched
 * @param calls alarms, those within four weeks of each other being one call
 * @param bands overall bands lowered
 * @param quiet accounts without any alarm
 * @param reasons what for, most frequent first, alarms a hundred account-years
 */
record Calm(int accounts, double years, int calls, int bands, int quiet, String reasons) {

    static Calm of(Detection detection) {
        double years = 0;
        int accounts = 0;
        int calls = 0;
        int bands = 0;
        int quiet = 0;
        Map<String, Integer> reasons = new TreeMap<>();
        for (Detection.Trio trio : detection.of(Story.STEADY)) {
            PortfolioAccount account = trio.told().account();
            if (!account.staysToTheEnd()) {
                continue;
            }
            List<Alarm> alarms = trio.alarms();
            accounts++;
            years += (account.lastWeek() - account.firstWeek()) * 7 / 365.25;
            calls += Alarm.calls(alarms);
            bands += (int) alarms.stream()
                    .filter(alarm -> alarm.reason().equals(Alarm.BAND))
                    .count();
            quiet += alarms.isEmpty() ? 1 : 0;
            alarms.forEach(alarm -> reasons.merge(alarm.reason(), 1, Integer::sum));
        }
        double hundreds = years / 100;
        String listed = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(8)
                .map(reason -> reason.getKey() + " " + Math.round(reason.getValue() / hundreds))
                .collect(Collectors.joining(", "));
        return new Calm(accounts, years, calls, bands, quiet, listed);
    }

    double callsAYear() {
        return calls / years;
    }

    double bandsAYear() {
        return bands / years;
    }

    long quietPercent() {
        return 100L * quiet / accounts;
    }
}
