package io.barograph.benchmarks.handwritten;

import io.barograph.engine.text.Names;
import java.util.HashMap;
import java.util.Map;

/** The texts that conditions name, as numbers 1 to 63, so that a set of them is a long; every other text is 0. */
final class Codes {

    private static final int MOST = 63;

    private final Map<String, Integer> byFoldedText = new HashMap<>();
    private final Map<String, Integer> bySpelling = new HashMap<>();

    /** Gives a text a code if it has none. */
    int add(String text) {
        String folded = Names.fold(text);
        Integer known = byFoldedText.get(folded);
        int code = known == null ? byFoldedText.size() + 1 : known;
        if (code > MOST) {
            throw new IllegalArgumentException("conditions name more than " + MOST + " texts of one kind");
        }
        byFoldedText.put(folded, code);
        bySpelling.put(text, code);
        bySpelling.put(folded, code);
        return code;
    }

    int of(String text) {
        Integer spelt = bySpelling.get(text);
        return spelt != null ? spelt : byFoldedText.getOrDefault(Names.fold(text), 0);
    }
}
