package io.barograph.cli.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * News of a risk: a flag that was not raised in the four weeks before, or an overall band below that of the look before. What an
 * account shows at its first look is no news.
 *
 * @param reason the flag, or {@value #BAND}
 */
record Alarm(int week, String reason) {

    static final String BAND = "band lowered";

    private static final int NEWS = 4;

    /** In the order of weeks. */
    static List<Alarm> of(SortedMap<Integer, Sight> looks) {
        List<Alarm> alarms = new ArrayList<>();
        SortedMap<String, Integer> lastRaised = new TreeMap<>();
        Sight before = null;
        for (var look : looks.entrySet()) {
            int week = look.getKey();
            if (before != null && look.getValue().isWorseThan(before)) {
                alarms.add(new Alarm(week, BAND));
            }
            for (String flag : look.getValue().risks()) {
                Integer last = lastRaised.put(flag, week);
                if (before != null && (last == null || week - last > NEWS)) {
                    alarms.add(new Alarm(week, flag));
                }
            }
            before = look.getValue();
        }
        return alarms;
    }

    /** Alarms that another account, for which nothing happened, does not give within two weeks for the same reason. */
    static List<Alarm> without(List<Alarm> alarms, List<Alarm> others) {
        return alarms.stream()
                .filter(alarm -> others.stream()
                        .noneMatch(other ->
                                other.reason().equals(alarm.reason()) && Math.abs(other.week() - alarm.week()) <= 2))
                .toList();
    }

    /** How often somebody is called: alarms within four weeks of the first are one call. */
    static int calls(List<Alarm> alarms) {
        int calls = 0;
        int called = Integer.MIN_VALUE / 2;
        for (Alarm alarm : alarms) {
            if (alarm.week() - called > NEWS) {
                calls++;
                called = alarm.week();
            }
        }
        return calls;
    }
}
