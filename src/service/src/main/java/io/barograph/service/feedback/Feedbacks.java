package io.barograph.service.feedback;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.text.Names;
import io.barograph.service.auditlog.LoggedChanges;
import io.barograph.service.auditlog.LoggedChanges.Change;
import io.barograph.service.auditlog.RecordIds;
import io.barograph.service.decisions.DecisionStore;
import io.barograph.service.decisions.StoredDecision;
import io.barograph.service.feedback.FeedbackStore.Query;
import io.barograph.service.feedback.FeedbackStore.Row;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.privacy.AccountTexts;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.problems.Texts;
import io.barograph.service.security.Principal;
import io.barograph.service.security.SegmentScope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what people say about decisions, and the answers of those who look after the model. */
@Component
public class Feedbacks {

    static final String LEFT = "feedback-left";
    static final String ANSWERED = "feedback-answered";

    private static final int LONGEST = 2_000;

    /**
     * What somebody says.
     *
     * @param kind one of {@link FeedbackKind}
     * @param indicator that it is about, by its name or label; null when it is about the whole
     */
    public record Message(
            @Nullable String text,
            @Nullable String kind,
            @Nullable String indicator) {}

    private final FeedbackStore store;
    private final DecisionStore decisions;
    private final Disclosure disclosure;
    private final ActiveModel active;
    private final LoggedChanges log;
    private final AccountTexts texts;

    Feedbacks(
            FeedbackStore store,
            DecisionStore decisions,
            Disclosure disclosure,
            ActiveModel active,
            LoggedChanges log,
            AccountTexts texts) {
        this.store = store;
        this.decisions = decisions;
        this.disclosure = disclosure;
        this.active = active;
        this.log = log;
        this.texts = texts;
    }

    /** @throws Problem when there is no such decision, or the message cannot be read */
    public Feedback leave(String decisionId, Message message, Principal by) {
        String text = Texts.required("text", message.text(), LONGEST);
        FeedbackKind kind = FeedbackKind.of(message.kind() == null ? "" : message.kind())
                .orElseThrow(() -> Texts.unknown("kind", message.kind(), FeedbackKind.labels()));
        String indicator = indicator(message.indicator());
        StoredDecision stored = decisions.known(decisionId);
        Decision decision = disclosure.tell(stored.bytes()).decision();
        String account = decision.accountId();
        return one(log.record((index, at) -> {
            UUID id = UUID.randomUUID();
            Row row = new Row(
                    id,
                    stored.id(),
                    account,
                    decision.segment(),
                    decision.model().version(),
                    kind.label(),
                    indicator,
                    texts.seal(account, textPlace(id), text),
                    by.id(),
                    at,
                    index,
                    null,
                    null,
                    null);
            store.add(row);
            Map<String, @Nullable Object> details = about(row);
            details.put("feedback_kind", kind.label());
            details.put("indicator", indicator);
            details.put("person", by.person());
            details.put("text", row.message());
            return new Change<>(row, LEFT, account, by.id(), details);
        }));
    }

    /** @throws Problem when there is no such feedback in the segments of whoever answers, or it has an answer */
    public Feedback answer(String id, @Nullable String answer, Principal by) {
        String text = Texts.required("answer", answer, LONGEST);
        Row known = find(id, by.segments());
        return one(log.record((index, at) -> {
            Row open = find(id, by.segments());
            if (open.answeredAt() != null) {
                throw new Problem(
                        ProblemType.CONFLICT,
                        "feedback `" + id + "` was answered by `" + open.answeredBy() + "` on " + open.answeredAt());
            }
            String sealed = texts.seal(known.accountId(), answerPlace(known.id()), text);
            store.answer(known.id(), sealed, by.id(), at);
            Map<String, @Nullable Object> details = about(open);
            details.put("person", by.person());
            details.put("answer", sealed);
            return new Change<>(find(id, by.segments()), ANSWERED, known.accountId(), by.id(), details);
        }));
    }

    /** About an account, the latest first. */
    public List<Feedback> ofAccount(String accountId, int limit) {
        return told(store.list(new Query(accountId, null, null, null, SegmentScope.ALL), Long.MAX_VALUE, limit));
    }

    List<Row> list(Query query, long before, int limit) {
        return store.list(query, before, limit);
    }

    List<Feedback> told(List<Row> rows) {
        AccountTexts.Reader reader = texts.of(rows.stream().map(Row::accountId).collect(Collectors.toSet()));
        return rows.stream().map(row -> told(row, reader)).toList();
    }

    /** The name of an indicator that somebody means; null for none. */
    @Nullable String indicator(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Contract contract = active.now().contract();
        Field field = contract.find(text.strip());
        if (field == null) {
            List<String> known = contract.fields().stream().map(Field::name).toList();
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "indicator: the data contract has no `" + text + "`; "
                            + Names.closest(text, known)
                                    .map(close -> "did you mean `" + close + "`?")
                                    .orElse("leave it out when you mean the whole decision"));
        }
        return field.name();
    }

    private Row find(String id, SegmentScope scope) {
        return RecordIds.parse(id)
                .flatMap(store::find)
                .filter(row -> scope.covers(row.segment()))
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "there is no feedback `" + id + "`, or none that is in your segments; `GET /api/v1/feedback`"
                                + " lists what there is"));
    }

    private Feedback one(Row row) {
        return told(row, texts.of(List.of(row.accountId())));
    }

    private static Feedback told(Row row, AccountTexts.Reader reader) {
        String answer = row.answer();
        return new Feedback(
                row.id().toString(),
                row.decisionId().toString(),
                row.accountId(),
                row.segment(),
                row.modelVersion(),
                row.kind(),
                row.indicator(),
                reader.read(textPlace(row.id()), row.message()),
                row.by(),
                row.at(),
                answer == null,
                answer == null ? null : reader.read(answerPlace(row.id()), answer),
                row.answeredBy(),
                row.answeredAt());
    }

    private static Map<String, @Nullable Object> about(Row row) {
        Map<String, @Nullable Object> details = new TreeMap<>();
        details.put("account_id", row.accountId());
        details.put("decision_id", row.decisionId().toString());
        details.put("feedback_id", row.id().toString());
        return details;
    }

    private static String textPlace(UUID id) {
        return "feedback " + id + " text";
    }

    private static String answerPlace(UUID id) {
        return "feedback " + id + " answer";
    }
}
