package io.barograph.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an approval is given on, as digests: 64 lower-case hexadecimal digits of SHA-256 each, but for those of models, which stand
 * as models have them.
 *
 * @param model the version's own
 * @param base of the model that was active
 * @param workbooks over all files, byte for byte
 * @param check what the check found
 * @param tests what came of the Tests sheets
 * @param diff what changes against the base
 * @param simulation what that does to the portfolio
 * @param guardrails figures, limits and what passed
 */
public record Evidence(
        String model,
        String base,
        String workbooks,
        String check,
        String tests,
        String diff,
        String simulation,
        String guardrails) {

    /** The same evidence always gives the same lines. */
    public String text() {
        return "model " + model + "\nbase " + base + "\nworkbooks " + workbooks + "\ncheck " + check + "\ntests "
                + tests + "\ndiff " + diff + "\nsimulation " + simulation + "\nguardrails " + guardrails + "\n";
    }

    /** Of the {@link #text() lines}. */
    public String digest() {
        return sha256(text().getBytes(StandardCharsets.UTF_8));
    }

    /** What somebody signs who approves a version; on one line each, ending with a line break. */
    public String approval(int version, String person, String at) {
        return "barograph: approval of a version of a model\nversion " + version + "\nby " + oneLine(person) + "\nat "
                + at + "\n" + text();
    }

    /** Why it does not hold any more; empty while it does. */
    public Optional<String> voided(String activeDigest) {
        return base.equals(activeDigest)
                ? Optional.empty()
                : Optional.of("the active model is `" + activeDigest + "` now, but the evidence was made against `"
                        + base + "`; merge the version with the active one and submit the outcome");
    }

    /** @return 64 lower-case hexadecimal digits */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
