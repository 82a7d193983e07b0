package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.OutcomeRenderer;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.GuardrailCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one model says of all of its records, so that they need not say it: made once a model, from its workbooks, its data contract and
 * the words of its guardrails, none of which is compiled or run for it. Immutable; for any number of threads.
 */
public final class RecordModel {

    static final String GUARDRAILS = "Guardrails";

    private final Model model;
    private final OutcomeRenderer renderer;
    private final Sealer sealer;
    private final boolean sensitive;
    private final boolean hidesAmounts;
    private final Map<String, Boolean> hidden = new HashMap<>();
    private final List<String> attributes;
    private final List<String> indicators;
    private final RowForm[] rows;
    private final @Nullable Term[] terms;
    private final boolean[] tells;
    private final Texts texts;

    private RecordModel(Model model, OutcomeRenderer renderer) {
        List<Field> fields = model.contract().fields();
        this.model = model;
        this.renderer = renderer;
        this.sealer = new Sealer(model);
        this.sensitive = !sealer.fields().isEmpty();
        this.hidesAmounts = sensitive && sealer.hidesAmounts();
        fields.forEach(field -> hidden.put(field.name(), sealer.fields().include(field.name())));
        this.attributes = fields.stream()
                .filter(field -> !field.isIndicator())
                .map(Field::name)
                .toList();
        this.indicators =
                fields.stream().filter(Field::isIndicator).map(Field::name).toList();
        this.rows = renderer.rows().stream()
                .map(row -> new RowForm(row, renderer.cells(), sealer))
                .toArray(RowForm[]::new);
        this.terms = new @Nullable Term[renderer.cells().count()];
        this.tells = new boolean[terms.length];
        for (Term term : model.terms()) {
            for (int cell :
                    List.of(renderer.cells().first(term), renderer.cells().last(term))) {
                terms[cell] = term;
                tells[cell] = sealer.tells(term.key());
            }
        }
        this.texts = ModelTexts.of(model);
    }

    /** Reads the words of its guardrails from its rule files. */
    public static RecordModel of(Model model) {
        return new RecordModel(model, OutcomeRenderer.of(model, GuardrailCompiler.words(model.ruleFiles())));
    }

    /** @param renderer of a decider of the model */
    public static RecordModel of(Model model, OutcomeRenderer renderer) {
        return new RecordModel(model, renderer);
    }

    /** Of the model, {@code sha256:} and 64 hexadecimal digits. */
    public String digest() {
        return model.digest();
    }

    /** Which values of the model's records are sensitive. */
    public Sealer sealer() {
        return sealer;
    }

    /**
     * Writes a record; what is left to do is to seal what is sensitive in it.
     *
     * @throws IllegalArgumentException when the record is not of this model, names another account than its decision, was decided
     *     elsewhere so that only what it says is known, or holds a text with half of a surrogate pair
     */
    public NewRecord write(DecisionRecord record) {
        return RecordSink.write(this, record);
    }

    /** The line of an export by which a program that does not know this product reads the model's records; canonical JSON. */
    public byte[] legend() {
        return Legend.of(this);
    }

    Model model() {
        return model;
    }

    OutcomeRenderer renderer() {
        return renderer;
    }

    boolean hidesAmounts() {
        return hidesAmounts;
    }

    boolean sensitive() {
        return sensitive;
    }

    /** Whether the values of an input are sensitive, by the name under which it was sent. */
    boolean hides(String input) {
        if (!sensitive) {
            return false;
        }
        Boolean known = hidden.get(input);
        return known == null ? sealer.fields().include(input) : known;
    }

    List<String> attributes() {
        return attributes;
    }

    List<String> indicators() {
        return indicators;
    }

    int rows() {
        return rows.length;
    }

    RowForm row(int number) {
        return rows[number];
    }

    String ruleId(int number) {
        String id = renderer.rows().get(number).head().ruleId();
        return id == null ? "" : id;
    }

    int cells() {
        return terms.length;
    }

    /** What a cell holds. */
    Term term(int cell) {
        return Objects.requireNonNull(terms[cell]);
    }

    /** Whether what a cell holds is sensitive. */
    boolean tells(int cell) {
        return tells[cell];
    }

    Texts texts() {
        return texts;
    }
}
