package io.barograph.service.overrides;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.model.Row.ThresholdRow;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import io.barograph.service.decisions.DecisionStore;
import io.barograph.service.decisions.StoredDecision;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How an account stands by its latest decision, and which bands it could have. */
@Component
class AccountStanding {

    /**
     * What an override meets of an account.
     *
     * @param segment null when it is undecided
     * @param computed bands by score
     * @param ladders bands of each score of its segment, best first
     * @param model name of the active model
     */
    record Standing(
            @Nullable String segment,
            Map<String, String> computed,
            Map<String, List<List<String>>> ladders,
            String model) {}

    private final JdbcClient client;
    private final DecisionStore decisions;
    private final Disclosure disclosure;
    private final ActiveModel active;

    AccountStanding(JdbcClient client, DecisionStore decisions, Disclosure disclosure, ActiveModel active) {
        this.client = client;
        this.decisions = decisions;
        this.disclosure = disclosure;
        this.active = active;
    }

    /** @throws Problem when the account was never decided */
    Standing of(String accountId) {
        Optional<UUID> latest = client.sql("select decision_id from account where account_id = ?")
                .param(accountId)
                .query(UUID.class)
                .optional();
        StoredDecision decision = latest.flatMap(decisions::find)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "no account `" + accountId + "` was decided here yet; `POST /api/v1/decisions` decides one"));
        Decision told = disclosure.tell(decision.bytes()).decision();
        Generation model = active.now();
        String segment = told.segment();
        return new Standing(segment, told.bands(), segment == null ? Map.of() : ladders(model, segment), model.name());
    }

    /** Bands of the scores of a segment in the active model. */
    private static Map<String, List<List<String>>> ladders(Generation model, String segment) {
        Map<String, List<List<String>>> ladders = new TreeMap<>();
        for (SegmentModel part : model.model().segmentModels()) {
            if (Names.same(part.segment(), segment)) {
                for (ThresholdRow row : part.thresholds()) {
                    List<List<String>> known = ladders.computeIfAbsent(row.score(), any -> new ArrayList<>());
                    if (!known.contains(row.ladder())) {
                        known.add(row.ladder());
                    }
                }
            }
        }
        return ladders;
    }
}
