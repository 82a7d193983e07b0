package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Sentence.Part;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Because. {@code {Name}} is a placeholder when it looks like a name and neither {@code $} nor {@code #} stands
 * before it; doubled braces are literal ones; everything else is text and stays text.
 */
final class SentenceParser {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_% -]*[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_% -]*");

    private final Scope scope;
    private final Place place;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private boolean sound = true;

    private SentenceParser(Scope scope, Place place) {
        this.scope = scope;
        this.place = place;
    }

    /** Null after a complaint. */
    static @Nullable Sentence parse(String text, Scope scope, Place place) {
        return new SentenceParser(scope, place).sentence(text);
    }

    private @Nullable Sentence sentence(String text) {
        int at = 0;
        while (at < text.length()) {
            int brace = nextBrace(text, at);
            words.append(text, at, brace);
            at = brace < text.length() ? step(text, brace) : brace;
        }
        flush();
        return sound ? new Sentence(parts) : null;
    }

    private static int nextBrace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '{' && text.charAt(at) != '}') {
            at++;
        }
        return at;
    }

    /** Takes what stands at a place, and says where to go on. */
    private int step(String text, int at) {
        char c = text.charAt(at);
        if ((c == '{' || c == '}') && at + 1 < text.length() && text.charAt(at + 1) == c) {
            words.append(c);
            return at + 2;
        }
        int end = c == '{' && !isForeign(text, at) ? text.indexOf('}', at) : -1;
        if (end > 0) {
            String name = Names.clean(text.substring(at + 1, end));
            if (NAME.matcher(name).matches()) {
                placeholder(name);
                return end + 1;
            }
        }
        words.append(c);
        return at + 1;
    }

    /** {@code ${…}} and {@code #{…}} mean something in other programs and nothing here. */
    private static boolean isForeign(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '$' || text.charAt(at - 1) == '#');
    }

    private void placeholder(String name) {
        Named named = scope.find(name);
        if (named instanceof Named.Value value) {
            flush();
            parts.add(new Part.Blank(value.term()));
            return;
        }
        sound = false;
        if (named instanceof Named.NotYet later) {
            place.error(IssueCode.NOT_YET_KNOWN, HeaderReader.notYet(later, scope.table()));
        } else {
            String suggestion = named instanceof Named.Unknown unknown && unknown.suggestion() != null
                    ? "did you mean `{" + Wording.shortened(unknown.suggestion()) + "}`?"
                    : "write `{{` for a brace that is only text";
            place.error(
                    IssueCode.UNKNOWN_PLACEHOLDER,
                    "unknown placeholder " + Wording.quoted("{" + name + "}"),
                    suggestion);
        }
    }

    private void flush() {
        if (words.length() > 0) {
            parts.add(new Part.Words(words.toString()));
            words.setLength(0);
        }
    }
}
