package io.barograph.cli;

import io.barograph.engine.audit.verify.Coverage;
import io.barograph.engine.audit.verify.Finding;
import io.barograph.engine.audit.verify.LiveVersion;
import io.barograph.engine.audit.verify.Signer;
import io.barograph.engine.audit.verify.Signer.Trust;
import io.barograph.engine.audit.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of verifying an export, for a terminal of 80 columns: the verdict, what was shown, what was not. */
final class VerdictText {

    private static final int LABEL = 14;
    private static final int KIND = 6;
    private static final int MOST_LIVE = 10;

    private final StringBuilder text = new StringBuilder();

    private VerdictText() {}

    /** {@code intact}, {@code consistent} when no key was given to trust, or {@code broken}. */
    static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Intact intact) {
            return isConfirmed(intact.coverage().signer()) ? "intact" : "consistent";
        }
        return "broken";
    }

    private static boolean isConfirmed(@Nullable Signer signer) {
        return signer != null && (signer.trusted() == Trust.GIVEN || signer.trusted() == Trust.HANDED_ON);
    }

    static String of(Verdict verdict) {
        VerdictText told = new VerdictText();
        Coverage coverage = verdict.coverage();
        if (verdict instanceof Verdict.Broken broken) {
            told.broken(broken);
        } else if (coverage != null) {
            told.text.append(Paragraph.of(headline(word(verdict), coverage), 0));
        }
        if (coverage != null) {
            told.shown(coverage);
            told.notShown(coverage);
        }
        return told.text.toString();
    }

    private static String headline(String word, Coverage coverage) {
        String records = coverage.isWhole()
                ? number("all %,d records", coverage.size())
                : coverage.from() == coverage.to()
                        ? "an export without records"
                        : number("records %,d to %,d", coverage.from(), coverage.to() - 1);
        return word.equals("intact")
                ? "INTACT: " + records + " of `" + coverage.origin() + "` are as they were signed"
                : "CONSISTENT, NOT PROVEN: " + records + " of `" + coverage.origin()
                        + "` fit together, but no key was given to trust";
    }

    private void broken(Verdict.Broken broken) {
        text.append(Paragraph.of(
                broken.total() == 1
                        ? "NOT INTACT: one thing is wrong"
                        : number("NOT INTACT: %,d things are wrong", broken.total()),
                0));
        text.append('\n');
        for (Finding finding : broken.findings()) {
            String place = finding.place() == null ? "" : " (" + finding.place() + ")";
            text.append("  ").append(finding.kind().label()).append('\n');
            text.append(" ".repeat(KIND)).append(Paragraph.of(finding.message() + place, KIND));
        }
        long more = broken.total() - broken.findings().size();
        if (more > 0) {
            text.append(number("  and %,d more\n", more));
        }
    }

    private void shown(Coverage coverage) {
        text.append("\nChecked\n");
        String records =
                coverage.from() == coverage.to() ? "none" : number("%,d to %,d", coverage.from(), coverage.to() - 1);
        line("records", records + number(" of a log of %,d", coverage.size()));
        line(
                "",
                number(
                        "%,d decisions, %,d events, %,d retired by age",
                        coverage.decisions(), coverage.events(), coverage.retired()));
        if (coverage.root() != null) {
            line("root", coverage.root());
        }
        signer(coverage.signer());
        line("checkpoints", number("%,d, and %,d seen earlier", coverage.checkpoints(), (long) coverage.seen()));
        if (coverage.models() > 0) {
            line("models", number("%,d", (long) coverage.models()));
        }
        if (coverage.accountKeys() > 0) {
            line("account keys", number("%,d", (long) coverage.accountKeys()));
        }
        live(coverage.live());
    }

    /** The last that went live; `--format json` has them all. */
    private void live(List<LiveVersion> live) {
        String label = "went live";
        for (LiveVersion version : live.subList(Math.max(0, live.size() - MOST_LIVE), live.size())) {
            line(label, number("record %,d: ", version.index()) + told(version));
            label = "";
        }
    }

    private static String told(LiveVersion version) {
        if (version.number() == null) {
            return "a model of before versions were kept";
        }
        String what = "version " + version.number();
        if (!version.takesApproval()) {
            return what + ("rollback".equals(version.how()) ? ", gone back to" : ", from the installation");
        }
        String canary = "canary".equals(version.how()) ? " as a canary" : "";
        return version.shown()
                ? what + canary + ", by " + String.join(", ", version.authors()) + ", approved by "
                        + (version.approvers().isEmpty() ? "nobody" : String.join(", ", version.approvers()))
                : what + canary + "; its approvals are not here";
    }

    private void signer(@Nullable Signer signer) {
        if (signer == null) {
            line("signed by", "nobody known");
            return;
        }
        line("signed by", signer.key());
        line(
                "",
                switch (signer.trusted()) {
                    case GIVEN -> "a key that you gave";
                    case HANDED_ON -> "trusted through the key that you gave, " + signer.through();
                    case UNKNOWN -> "NOT CONFIRMED: no key was given";
                    case UNTRUSTED -> "NOT TRUSTED: the keys that you gave do not lead to it";
                });
    }

    private void notShown(Coverage coverage) {
        List<String> open = new ArrayList<>();
        Signer signer = coverage.signer();
        if (signer != null && signer.trusted() == Trust.UNKNOWN) {
            open.add(
                    "whose log this is. Whoever made it up could have signed it too. Get the key from its owner by another"
                            + " way, compare it with the one above, and give it as --key");
        }
        if (!coverage.isWhole()) {
            open.add("records outside of this range");
        }
        open.add(
                coverage.seen() == 0
                        ? "that others were told the same: keep the checkpoint of this export, and give those you kept"
                                + " earlier as --checkpoint"
                        : "that no records came later");
        if (coverage.retired() > 0) {
            open.add("what the retired records said; only that they were there");
        }
        if (coverage.live().stream().anyMatch(version -> version.takesApproval() && !version.shown())) {
            open.add("that versions were approved whose approvals lie outside of this range");
        }
        if (coverage.live().stream().anyMatch(LiveVersion::takesApproval)) {
            open.add("that the approvals were enough: how many it takes stands in the decision rights");
        }
        open.add("that the same inputs give the same decisions today: `barograph replay` does");
        text.append("\nNot shown\n");
        open.forEach(one -> text.append("  - ").append(Paragraph.of(one, 4)));
    }

    private void line(String label, String value) {
        text.append("  ").append(label).append(" ".repeat(LABEL - label.length()));
        text.append(Paragraph.of(value, LABEL + 2));
    }

    private static String number(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
