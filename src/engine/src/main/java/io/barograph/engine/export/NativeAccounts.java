package io.barograph.engine.export;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.PreparedAccount;
import io.barograph.engine.export.NativeInputs.Input;
import io.barograph.engine.model.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts as the native form takes them: a line of CSV each, with screening, smoothing and history already reckoned up. */
public final class NativeAccounts {

    private final Model model;
    private final List<Input> inputs;

    public NativeAccounts(Model model) {
        this.model = model;
        this.inputs = NativeInputs.of(model);
    }

    /** The file's first line, with its line feed. */
    public String header() {
        return Csv.line(inputs.stream().map(Input::name).toList());
    }

    /** @param segment that the account was decided in; null when it has none */
    public String line(Inquiry inquiry, @Nullable String segment) {
        PreparedAccount account = PreparedAccount.of(model, inquiry, segment);
        List<String> cells = new ArrayList<>();
        for (Input input : inputs) {
            Object value = input.name().equals(NativeInputs.ACCOUNT_ID)
                    ? inquiry.snapshot().accountId()
                    : value(input, account);
            cells.add(
                    value == null
                            ? ""
                            : value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
        return Csv.line(cells);
    }

    private static @Nullable Object value(Input input, PreparedAccount account) {
        Field field = input.field();
        return switch (input.source()) {
            case SNAPSHOT -> account.asOf();
            case FIELD ->
                field == null ? null : field.isIndicator() ? account.processed(field) : account.attribute(field);
            case NEWEST -> field == null ? null : account.newest(field);
            case CHANGE -> field == null ? null : account.change(field, input.days(), input.percent());
            case PREVIOUS_SCORE -> account.previousScore(input.subject());
            case PREVIOUS_BAND -> account.previousBand(input.subject());
            case DAYS_IN_PREVIOUS_BAND -> account.daysInPreviousBand(input.subject());
            case SCORE_BEFORE -> account.scoreBefore(input.subject(), input.days());
            case LAST_RUN -> account.lastRunning(input.subject());
        };
    }
}
