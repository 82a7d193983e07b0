package io.barograph.engine.exchange;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.ruleset.fact.RowFact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as one of the rules that {@code fired}, up to its inputs: whatever is the same for every account stands ready as bytes, and between
 * stand the cells whose values the account fills in.
 */
final class FiringBytes {

    private static final byte[] SEQ = "{\"seq\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] words;
    private final int[] blanks;
    private final byte[][] inputNames;
    private final int[] inputs;
    private final Set<String> named;

    /**
     * @param first the term shown before those of the conditions; null when there is none
     * @param shownBefore names of inputs that whoever uses this writes before
     */
    FiringBytes(RowFact row, Cells cells, @Nullable Term first, Set<String> shownBefore) {
        RowHead rowHead = row.head();
        List<byte[]> between = new ArrayList<>();
        List<Integer> filled = new ArrayList<>();
        sentence(rowHead, cells, between, filled);
        this.words = between.toArray(new byte[0][]);
        this.blanks = filled.stream().mapToInt(cell -> cell).toArray();
        this.named = new LinkedHashSet<>(shownBefore);
        List<byte[]> names = new ArrayList<>();
        List<Integer> cellsShown = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        if (first != null) {
            terms.add(first);
        }
        rowHead.clauses().stream().map(Clause::term).forEach(terms::add);
        for (Term term : terms) {
            if (named.add(term.key())) {
                names.add(JsonBytes.fragment(named.size() > 1 ? "," : "", term.key(), ":"));
                cellsShown.add(cells.of(term, rowHead.table()));
            }
        }
        this.inputNames = names.toArray(new byte[0][]);
        this.inputs = cellsShown.stream().mapToInt(cell -> cell).toArray();
    }

    private static void head(RowHead row, JsonBytes json) {
        json.ascii(",\"rule_id\":");
        json.text(row.ruleId());
        json.ascii(",\"table\":");
        json.text(row.table().sheet());
        json.ascii(",\"cell\":");
        json.text(row.cell().toString());
        json.ascii(",\"because\":");
    }

    private static void sentence(RowHead row, Cells cells, List<byte[]> words, List<Integer> blanks) {
        JsonBytes json = new JsonBytes();
        head(row, json);
        Sentence because = row.because();
        if (because == null) {
            json.nothing();
        } else {
            json.write('"');
            for (Sentence.Part part : because.parts()) {
                if (part instanceof Sentence.Part.Words text) {
                    json.characters(text.text());
                } else if (part instanceof Sentence.Part.Blank blank) {
                    words.add(json.copy());
                    json.clear();
                    blanks.add(cells.of(blank.term(), row.table()));
                }
            }
            json.write('"');
        }
        json.ascii(",\"inputs\":{");
        words.add(json.copy());
    }

    /** Everything before the inputs. */
    void start(Telling telling) {
        JsonBytes json = telling.json;
        json.raw(SEQ);
        json.integer(telling.nextSeq());
        json.raw(words[0]);
        for (int i = 0; i < blanks.length; i++) {
            json.shown(telling.outcome.seen(blanks[i]));
            json.raw(words[i + 1]);
        }
    }

    /** The inputs that the row's terms are, in their order, behind those shown before. */
    void inputs(Telling telling) {
        for (int i = 0; i < inputs.length; i++) {
            telling.json.raw(inputNames[i]);
            telling.json.value(telling.outcome.seen(inputs[i]));
        }
    }

    /** Whether an input of that name is shown. */
    boolean shows(String name) {
        return named.contains(name);
    }
}
