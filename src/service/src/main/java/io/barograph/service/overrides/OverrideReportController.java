package io.barograph.service.overrides;

import io.barograph.engine.override.OverrideTally;
import io.barograph.engine.override.OverrideTally.Fates;
import io.barograph.engine.override.Share;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells who was right, people or the model: as JSON or plain text. */
@Tag(name = "Overrides")
@RestController
@RequestMapping("/api/v1/overrides/report")
class OverrideReportController {

    private static final String SUMMARY = "How overrides fared against what happened";
    private static final String DESCRIPTION =
            "Of the overrides of overall scores that counted for a time: how many, of how"
                    + " many the outcome is known, and who was right, the override or the computed band; together, by segment, by"
                    + " the author's roles, by kind, and by what was computed and said. No share without its number.";
    private static final String WITHIN = "180";
    private static final int LONGEST = 1_095;

    private final OverrideReports reports;
    private final CurrentPrincipal current;

    OverrideReportController(OverrideReports reports, CurrentPrincipal current) {
        this.reports = reports;
        this.current = current;
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    OverrideReport json(
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(defaultValue = WITHIN) @Schema(minimum = "0", maximum = "1095") int within) {
        return report(segment, within);
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String text(
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(defaultValue = WITHIN) @Schema(minimum = "0", maximum = "1095") int within) {
        OverrideReport report = report(segment, within);
        StringBuilder text = new StringBuilder();
        text.append("Overrides against outcomes, as of ").append(report.asOf());
        text.append(segment == null ? "" : ", segment " + segment).append("\n\n");
        text.append(
                row("by", "group", "n", "up kept/lost/?", "down kept/lost/?", "none kept/lost/?", "override right"));
        report.tallies().forEach(tally -> text.append(row(tally)));
        return text.append('\n')
                .append(report.definition().replace("`within`", Integer.toString(within)))
                .append(".\n")
                .toString();
    }

    private OverrideReport report(@Nullable String segment, int within) {
        if (within < 0 || within > LONGEST) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`within` must be from 0 to " + LONGEST + " days, but is `" + within + "`");
        }
        return reports.report(segment, within, current.get().segments());
    }

    private static String row(OverrideTally tally) {
        return row(
                tally.by(),
                tally.group(),
                Long.toString(tally.overrides()),
                fates(tally.up()),
                fates(tally.down()),
                fates(tally.unmoved()),
                share(tally.overrideRight()));
    }

    private static String row(
            String by, String group, String count, String up, String down, String unmoved, String right) {
        return String.format(
                Locale.ROOT, "%-13s %-28s %6s  %-16s %-16s %-16s  %s\n", by, group, count, up, down, unmoved, right);
    }

    private static String fates(Fates fates) {
        return fates.kept() + "/" + fates.lost() + "/" + fates.unknown();
    }

    private static String share(Share share) {
        return share.percent() == null
                ? "0 of 0"
                : share.count() + " of " + share.of() + ", " + share.percent() + " % (" + share.low() + " to "
                        + share.high() + ")";
    }
}
