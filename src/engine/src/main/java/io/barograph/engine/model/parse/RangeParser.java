package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges. Unless brackets say otherwise, numbers run from the lower end to just under the upper one, which is
 * included only where it is the greatest value there can be; dates include both ends.
 */
record RangeParser(Domain domain, Literals literals, Place place) {

    private static final Pattern UNDER = Pattern.compile("(.+?) to under (.+)", Pattern.CASE_INSENSITIVE);

    boolean isRange(String text) {
        return text.contains("..") || text.toLowerCase(Locale.ROOT).contains(" to under ");
    }

    @Nullable Condition parse(String text) {
        var under = UNDER.matcher(text);
        if (under.matches() && !text.contains("..")) {
            return range(text, under.group(1), under.group(2), true, false);
        }
        boolean opened = text.startsWith("[") || text.startsWith("(");
        boolean closed = text.endsWith("]") || text.endsWith(")");
        String inner = text.substring(opened ? 1 : 0, text.length() - (closed ? 1 : 0));
        int dots = inner.indexOf("..");
        String from = inner.substring(0, Math.max(dots, 0)).strip();
        String to = inner.substring(Math.max(dots, 0) + 2).strip();
        if (opened != closed || dots < 0 || (from.isEmpty() && to.isEmpty()) || to.startsWith(".")) {
            return wrong(text, "a range is written like `60..80` or `[60..80)`", null);
        }
        if (opened) {
            return range(text, from, to, text.startsWith("["), text.endsWith("]"));
        }
        return range(text, from, to, true, null);
    }

    private @Nullable Condition range(
            String text, String from, String to, boolean fromIncluded, @Nullable Boolean toIncluded) {
        Object low = from.isEmpty() ? null : literals.parse(from);
        Object high = to.isEmpty() ? null : literals.parse(to);
        if ((low == null && !from.isEmpty()) || (high == null && !to.isEmpty())) {
            return null;
        }
        boolean included = toIncluded == null ? includesTop(high) : toIncluded;
        Condition.Range range = new Condition.Range((Comparable<?>) low, fromIncluded, (Comparable<?>) high, included);
        if (low != null && high != null) {
            int order = Reach.compare(low, high);
            if (order > 0) {
                return wrong(text, "the range ends before it starts", "write " + Wording.quoted(to + ".." + from));
            }
            if (order == 0 && !(fromIncluded && included)) {
                return wrong(text, "the range is empty", "write " + Wording.quoted("= " + from) + " for the one value");
            }
        }
        if (!new Reach(domain).isReachable(range)) {
            place.error(
                    IssueCode.OUT_OF_RANGE, Wording.quoted(text) + " can never match: " + new Reach(domain).inWords());
            return null;
        }
        return range;
    }

    private boolean includesTop(@Nullable Object high) {
        if (domain.type() == Term.Type.DATE) {
            return true;
        }
        return high != null
                && domain.topIncluded()
                && domain.maximum() != null
                && Reach.compare(high, domain.maximum()) == 0;
    }

    private @Nullable Condition wrong(String text, String why, @Nullable String suggestion) {
        place.error(IssueCode.BAD_CONDITION, "bad condition " + Wording.quoted(text) + ": " + why, suggestion);
        return null;
    }
}
