package io.barograph.testkit.random;

import java.util.List;
import java.util.Locale;

/** Draws Because sentences with placeholders, braces that are none, and text that looks like code. */
final class Sentences {

    private final Dice dice;

    Sentences(Dice dice) {
        this.dice = dice;
    }

    String because(List<Word> words) {
        List<Word> shown =
                words.stream().filter(word -> word.sort() != Word.Sort.MARK).toList();
        String one = "{" + dice.pick(shown).header() + "}";
        String other = "{" + dice.pick(shown).header().toUpperCase(Locale.ROOT) + "}";
        return switch (dice.between(0, 9)) {
            case 0 -> "it is " + one;
            case 1 -> one + " and " + other + ".";
            case 2 -> "{{literal}} beside " + one + other;
            case 3 -> "costs $" + one + " or #" + other;
            case 4 -> "{{" + one + "}} \"); System.exit(1); //";
            case 5 -> "{not a name!} a } b { c " + one + "{{";
            case 6 -> "${x} #{y} <b>&amp;</b>";
            default -> "because it is so";
        };
    }
}
