package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.CanonicalJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that many records hold, with blanks for what differs.
 *
 * @param words one more than blanks, the first never empty, none between two blanks empty
 */
record MessageForm(List<String> words) {

    private static final int LONGEST_NUMBER = 15;

    /** Numbered from 0; of those that a message fits, it is the first. */
    static final List<MessageForm> ALL = List.of(
            of("`{}` was last observed on {}, more than {} days before {}"),
            of("`{}` is dated {}, after the as-of date {}"),
            of("`{}` is not in the data contract"),
            of("`{}` is {}, below the minimum {}"),
            of("`{}` is {}, above the maximum {}"),
            of("`{}` is the text `{}`, but must be {}"),
            of("`{}` is {}, but must be {}"),
            of("`{}` is `{}`; did you mean `{}`?"),
            of("`{}` is `{}`; allowed are {}"),
            of("`{}` is {} in the data contract; send it as such"),
            of("`{}` is `{}`, which was sent under another name too; the first by name counts"),
            of("the campaign share of `{}` is {} outside of 0 to 1; send 20 % as 0.2"),
            of("no dimension that counts towards Overall has a usable indicator"));

    MessageForm {
        words = List.copyOf(words);
    }

    private static MessageForm of(String pattern) {
        return new MessageForm(List.of(pattern.split("\\{}", -1)));
    }

    /** What a message has in the blanks, each up to the first place where the words go on; null when it is not of this form. */
    @Nullable List<String> blanks(String message) {
        List<String> blanks = new ArrayList<>();
        if (!message.startsWith(words.get(0))) {
            return null;
        }
        int at = words.get(0).length();
        for (int i = 1; i < words.size(); i++) {
            String behind = words.get(i);
            boolean last = i == words.size() - 1;
            int end = last ? message.length() - behind.length() : message.indexOf(behind, at);
            if (end < at || !message.startsWith(behind, end)) {
                return null;
            }
            blanks.add(message.substring(at, end));
            at = end + behind.length();
        }
        return at == message.length() ? blanks : null;
    }

    int count() {
        return words.size() - 1;
    }

    String filled(List<String> blanks) {
        StringBuilder message = new StringBuilder(words.get(0));
        for (int i = 0; i < blanks.size(); i++) {
            message.append(blanks.get(i)).append(words.get(i + 1));
        }
        return message.toString();
    }

    /** A text that fills a blank, as the number that it is if it is exactly how a number is written. */
    static Object filling(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
                return text;
            }
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return CanonicalJson.number(number).equals(text) ? number : text;
        } catch (NumberFormatException none) {
            return text;
        }
    }

    /** The text again. */
    static String text(@Nullable Object filling) {
        if (filling instanceof BigDecimal number) {
            return CanonicalJson.number(number);
        }
        if (filling instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a record holds something else where a sentence has a blank");
    }
}
