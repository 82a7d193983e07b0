package io.barograph.cli.portfolio;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One invented account: who it is, what is read of it, and what it really goes through. */
public final class PortfolioAccount {

    private static final int ONBOARDING_DAYS = 120;
    private static final int RENEWAL_DAYS = 120;
    private static final int DAYS_TO_PAYMENT_HOLD = 60;
    private static final double COMPETITOR_SEEN = 0.45;

    private final Life life;
    private final Contract contract;
    private final List<Reading> readings;

    private PortfolioAccount(Life life, Contract contract, List<Reading> readings) {
        this.life = life;
        this.contract = contract;
        this.readings = List.copyOf(readings);
    }

    /**
     * @param contract what it does not know is left out
     * @param number from 0
     */
    public static PortfolioAccount of(Plan plan, int number, Contract contract) {
        return of(plan, number, contract, true);
    }

    /** The same account if its story had never begun; chance is the same in everything else. */
    public static PortfolioAccount uneventful(Plan plan, int number, Contract contract) {
        return of(plan, number, contract, false);
    }

    private static PortfolioAccount of(Plan plan, int number, Contract contract, boolean eventful) {
        Chance chance = Chance.of(plan.seed(), number);
        Life life = Life.draw(chance, plan, number, eventful);
        return new PortfolioAccount(life, contract, new Readings(chance.of("readings"), contract, life).all());
    }

    /** Whether a model with this contract would see anything of a portfolio. */
    public static boolean fits(Contract contract) {
        return Behaviour.ALL.stream().anyMatch(behaviour -> contract.named(behaviour.indicator()) != null);
    }

    /** The same account if nobody had told which part of its use campaigns drive. */
    public PortfolioAccount withoutCampaignShares() {
        return new PortfolioAccount(
                life,
                contract,
                readings.stream().map(Reading::withoutCampaignShare).toList());
    }

    public String accountId() {
        return life.profile().accountId();
    }

    public Segment segment() {
        return life.profile().segment();
    }

    public Story story() {
        return life.plot().story();
    }

    /** The first week in which its story is felt; none of a steady account is: {@link Integer#MAX_VALUE}. */
    public int onset() {
        return life.plot().onset();
    }

    /** The first week in which nothing is left of its story; {@link Integer#MAX_VALUE} when it stays. */
    public int gone() {
        return life.plot().gone();
    }

    /** How strong its story is, 0–1. */
    public double depth() {
        return life.plot().depth();
    }

    /** The first week in which it is a customer. */
    public int firstWeek() {
        return life.start();
    }

    /** The last week in which it is a customer. */
    public int lastWeek() {
        return life.ledger().lastWeek();
    }

    /** In the order of their days. */
    public List<Outcome> outcomes() {
        return life.ledger().outcomes();
    }

    /** In the order of the days they are of, then of the contract. */
    public List<Reading> readings() {
        return readings;
    }

    /** Whether it is still a customer on the last day. */
    public boolean staysToTheEnd() {
        return lastWeek() == life.days().size() - 1;
    }

    /**
     * What is known on the day of a week in which it is a customer.
     *
     * @param memory how many weeks of earlier readings to send
     */
    public AccountSnapshot snapshot(int week, int memory) {
        LocalDate day = life.day(week);
        LocalDate oldest = day.minusWeeks(memory);
        Map<String, Reading> newest = new LinkedHashMap<>();
        List<HistoryEntry> history = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.arrived().isAfter(day)) {
                continue;
            }
            Reading earlier = newest.put(reading.indicator(), reading);
            if (earlier != null && !earlier.observedAt().isBefore(oldest)) {
                history.add(earlier.entry());
            }
        }
        Map<String, Observation> indicators = new LinkedHashMap<>();
        Behaviour.ALL.forEach(behaviour -> {
            Reading reading = newest.get(behaviour.indicator());
            if (reading != null) {
                indicators.put(reading.indicator(), reading.observation());
            }
        });
        return new AccountSnapshot(accountId(), day, attributes(week), indicators, history);
    }

    /** What the account is in a week, in the contract's order. */
    public Map<String, @Nullable Object> attributes(int week) {
        Profile profile = life.profile();
        Ledger ledger = life.ledger();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("account_name", profile.name());
        all.put("arr", BigDecimal.valueOf(ledger.arr(week)));
        all.put("renewal_date", ledger.renewal(week));
        all.put("lifecycle_stage", stage(week));
        all.put("industry", profile.industry());
        all.put("region", profile.region());
        all.put("deployment", profile.deployment());
        all.put("contract", profile.contract());
        all.put("business_model", profile.marketplace() ? "marketplace" : "saas");
        all.put("lifetime_value", BigDecimal.valueOf(profile.paid() + paidSince(week)));
        all.put("reference_customer", profile.reference());
        all.put("competitor_present", life.level(Factor.UNRIVALLED, week) < COMPETITOR_SEEN);
        all.put("contract_status", status(week));
        all.keySet().removeIf(name -> contract.named(name) == null);
        return all;
    }

    private String stage(int week) {
        LocalDate day = life.day(week);
        if (life.profile().since().plusDays(ONBOARDING_DAYS).isAfter(day)) {
            return "onboarding";
        }
        if (life.ledger().opportunity(week)) {
            return "expansion";
        }
        return ChronoUnit.DAYS.between(day, life.ledger().renewal(week)) <= RENEWAL_DAYS ? "renewal" : "adoption";
    }

    private long paidSince(int week) {
        long paid = 0;
        for (int earlier = life.start(); earlier <= week; earlier++) {
            paid += life.ledger().arr(earlier) / 52;
        }
        return paid;
    }

    private String status(int week) {
        double late = (1 - life.level(Factor.PAYMENT, week)) * Factor.WORST_DAYS_PAST_DUE;
        if (life.ledger().noticeGiven(week)) {
            return "notice given";
        }
        return late > DAYS_TO_PAYMENT_HOLD ? "payment hold" : "active";
    }
}
