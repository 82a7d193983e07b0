package io.barograph.cli.portfolio;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what is read of one account: when, how exactly, and what is lost or comes late. */
final class Readings {

    /** How far an indicator of an account always stands off the factor it follows. */
    private static final double CHARACTER = 0.06;

    /** After buying more, limits are far away for so long. */
    private static final int WEEKS_OF_ROOM = 26;

    private static final double ROOM = 0.3;

    private final Chance chance;
    private final Contract contract;
    private final Life life;
    private final Peculiar peculiar;
    private final Map<Feed, Feed.Outage> outages = new EnumMap<>(Feed.class);
    private final List<Reading> readings = new ArrayList<>();

    Readings(Chance chance, Contract contract, Life life) {
        this.chance = chance;
        this.contract = contract;
        this.life = life;
        this.peculiar = new Peculiar(chance.of("peculiar"), life);
        for (Feed feed : Feed.values()) {
            outages.put(feed, feed.outage(chance.of(feed.name()), life.days().size()));
        }
    }

    /** In the order of the days they are of, then of the contract. */
    List<Reading> all() {
        for (Behaviour behaviour : Behaviour.ALL) {
            Field field = contract.named(behaviour.indicator());
            if (field != null && behaviour.isOf(life.profile())) {
                read(behaviour, field, chance.of(behaviour.indicator()));
            }
        }
        readings.sort(Comparator.comparing(Reading::observedAt));
        return readings;
    }

    private void read(Behaviour behaviour, Field field, Chance own) {
        boolean unknown = own.happens(behaviour.unknownPercent() / 100.0);
        double character = own.around(CHARACTER);
        int phase = own.between(0, behaviour.weeks() - 1);
        for (int week = life.start(); !unknown && week <= life.ledger().lastWeek(); week++) {
            boolean first = week == life.start();
            if (first || (week - life.start()) % behaviour.weeks() == phase) {
                Draw draw = Draw.of(own);
                LocalDate due = life.day(week).minusDays(first ? (int) (draw.age() * 7 * phase) : 0);
                read(behaviour, field, new Occasion(week, due, character, draw), own);
            }
        }
    }

    /**
     * What chance says of one reading, drawn whatever becomes of it, so that accounts that differ in one thing differ in
     * nothing else.
     *
     * @param stray standard deviations
     * @param attributed how much of a campaign's effect is known to be one
     */
    private record Draw(double age, double stray, double attributed) {
        static Draw of(Chance chance) {
            return new Draw(chance.next(), chance.around(1), chance.between(0.85, 1.0));
        }
    }

    private record Occasion(int week, LocalDate due, double character, Draw draw) {}

    private void read(Behaviour behaviour, Field field, Occasion occasion, Chance own) {
        LocalDate observed = behaviour.feed().observed(occasion.due(), own);
        LocalDate arrived =
                behaviour.feed().arrives(observed, life.profile().deployment().equals("on-premises"), own);
        Feed.Outage outage = outages.get(behaviour.feed());
        boolean lost = outage != null && outage.covers(occasion.week());
        if (lost
                || arrived.isAfter(life.lastDay())
                || observed.isBefore(life.profile().since())) {
            return;
        }
        if (behaviour.factor() != null) {
            add(behaviour, behaviour.factor(), field, occasion, observed, arrived);
        } else {
            double stray = occasion.draw().stray() * behaviour.noise();
            peculiar.read(behaviour, occasion.week(), stray)
                    .ifPresent(value -> readings.add(new Reading(
                            field.name(),
                            observed,
                            arrived,
                            value instanceof Double number ? exact(number, behaviour, field) : value,
                            null)));
        }
    }

    private void add(
            Behaviour behaviour, Factor factor, Field field, Occasion occasion, LocalDate observed, LocalDate arrived) {
        boolean small = life.profile().small();
        int week = occasion.week();
        double level = life.level(factor, week) + occasion.character() - room(behaviour, week);
        double stray = occasion.draw().stray() * behaviour.spread(small);
        double driven = behaviour.driven() * life.course().campaign(week);
        BigDecimal value = exact(behaviour.value(level + driven, small) + stray, behaviour, field);
        BigDecimal undriven = exact(behaviour.value(level, small) + stray, behaviour, field);
        readings.add(new Reading(
                field.name(),
                observed,
                arrived,
                value,
                share(value, undriven, occasion.draw().attributed())));
    }

    private double room(Behaviour behaviour, int week) {
        boolean limited = behaviour.indicator().equals("entitlement_usage")
                || behaviour.indicator().equals("limit_hits");
        return limited && life.ledger().boughtWithin(WEEKS_OF_ROOM, week) ? ROOM : 0;
    }

    private static @Nullable BigDecimal share(BigDecimal value, BigDecimal undriven, double attributed) {
        if (value.compareTo(undriven) <= 0) {
            return null;
        }
        BigDecimal share = value.subtract(undriven).divide(value, 6, RoundingMode.HALF_UP);
        return share.multiply(new BigDecimal(attributed)).setScale(2, RoundingMode.HALF_UP);
    }

    /** From the double's exact value, since how doubles print differs between JDKs. */
    private static BigDecimal exact(double number, Behaviour behaviour, Field field) {
        BigDecimal exact = new BigDecimal(number).setScale(behaviour.decimals(), RoundingMode.HALF_UP);
        BigDecimal floored = field.minimum() == null ? exact : exact.max(field.minimum());
        return field.maximum() == null ? floored : floored.min(field.maximum());
    }
}
