package io.barograph.engine.ruleset;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;

/**
 * One rule file as DRL.
 *
 * @param name file name as issues show it
 * @param source name of the DRL source
 * @param places where a line of the DRL stands in the file
 */
record GuardrailFile(String name, String source, String drl, List<Rule> rules, IntFunction<CellAddress> places) {

    private static final String BECAUSE = "because";

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]+");

    /**
     * A rule of the file.
     *
     * @param line of the DRL where it starts
     * @param from offset of its first character in the DRL
     * @param to offset behind its last
     */
    record Rule(String name, String because, CellAddress place, int line, int from, int to) {}

    static @Nullable GuardrailFile ofDrl(ModelFile file, Issues issues) {
        String drl = new String(file.bytes(), StandardCharsets.UTF_8);
        return of(file.name(), file.name(), drl, line -> CellAddress.ofLine(file.name(), line), issues);
    }

    /** @return null when it is not DRL */
    static @Nullable GuardrailFile of(
            String name, String source, String drl, IntFunction<CellAddress> places, Issues issues) {
        DrlParser parser = new DrlParser();
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, drl);
        } catch (DroolsParserException e) {
            issues.error(IssueCode.BAD_RULE_FILE, CellAddress.ofFile(name), "cannot be read as rules");
        }
        for (DroolsError error : parser.getErrors()) {
            int[] lines = error.getLines();
            issues.error(
                    IssueCode.BAD_RULE_FILE,
                    places.apply(lines.length == 0 ? 0 : Math.max(lines[0], 0)),
                    firstLine(error.getMessage()));
        }
        if (parsed == null || parser.hasErrors()) {
            return null;
        }
        List<Rule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            AnnotationDescr because = rule.getAnnotation(BECAUSE);
            rules.add(new Rule(
                    rule.getName(),
                    text(because),
                    places.apply(rule.getLine()),
                    rule.getLine(),
                    rule.getStartCharacter(),
                    rule.getEndCharacter() + 1));
        }
        return new GuardrailFile(name, source, drl, rules, places);
    }

    private static String text(@Nullable AnnotationDescr annotation) {
        Object value = annotation == null ? null : annotation.getSingleValueStripped();
        return value == null ? "" : value.toString();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("cannot be read as rules");
    }

    /** The DRL with all other rules blanked out, lines kept. */
    String only(Rule kept) {
        StringBuilder text = new StringBuilder(drl);
        for (Rule rule : rules) {
            for (int i = rule.from(); !rule.equals(kept) && i < Math.min(rule.to(), text.length()); i++) {
                if (text.charAt(i) != '\n') {
                    text.setCharAt(i, ' ');
                }
            }
        }
        return text.toString();
    }

    /** The line of a rule that holds the first word of a message which the rule contains; otherwise its first line. */
    int lineOf(Rule rule, String message) {
        String text = drl.substring(rule.from(), Math.min(rule.to(), drl.length()));
        for (MatchResult word : IDENTIFIER.matcher(message).results().toList()) {
            Matcher place = Pattern.compile("\\b" + Pattern.quote(word.group()) + "\\b(?=\\s*[(.;=])")
                    .matcher(text);
            if (word.group().length() > 3 && place.find()) {
                return rule.line()
                        + (int) text.substring(0, place.start()).lines().count()
                        - 1;
            }
        }
        return rule.line();
    }

    CellAddress placeOf(int line) {
        return places.apply(line);
    }
}
