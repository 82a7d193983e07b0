package io.barograph.service.pages;

import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import io.barograph.service.auditlog.Checkpoints;
import io.barograph.service.paging.Page;
import io.barograph.service.problems.Problem;
import io.barograph.service.records.RecordFilters;
import io.barograph.service.records.RecordRow;
import io.barograph.service.records.Records;
import io.barograph.service.security.CurrentPrincipal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What auditors look at first: how the log stands, and which records it has. */
@Controller
class AuditPage {

    private static final int RECORDS_SHOWN = 50;

    private final Checkpoints checkpoints;
    private final Records records;
    private final CurrentPrincipal current;
    private final Clock clock;

    AuditPage(Checkpoints checkpoints, Records records, CurrentPrincipal current, Clock clock) {
        this.checkpoints = checkpoints;
        this.records = records;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping(path = "/audit", produces = "text/html")
    String audit(
            @ModelAttribute("filters") RecordFilters filters,
            @RequestParam(required = false) @Nullable String cursor,
            Model page,
            HttpServletResponse response) {
        StoredCheckpoint signed = checkpoints.current();
        page.addAttribute("who", current.get().id());
        page.addAttribute("signed", signed);
        page.addAttribute("checkpoint", signed.checkpoint());
        page.addAttribute("root", signed.checkpoint().root().base64());
        page.addAttribute("key", checkpoints.identity().key().toString());
        page.addAttribute(
                "base", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        page.addAttribute("age", age(Duration.between(signed.signedAt(), clock.instant())));
        try {
            page.addAttribute("records", records.page(filters, RECORDS_SHOWN, cursor));
        } catch (Problem wrong) {
            response.setStatus(wrong.getStatusCode().value());
            page.addAttribute("problem", wrong.getMessage());
            page.addAttribute("records", new Page<RecordRow>(List.of(), null));
        }
        return "audit";
    }

    /** In the largest unit that is not zero. */
    static String age(Duration age) {
        if (age.toDays() > 0) {
            return counted(age.toDays(), "day");
        }
        if (age.toHours() > 0) {
            return counted(age.toHours(), "hour");
        }
        return age.toMinutes() > 0
                ? counted(age.toMinutes(), "minute")
                : counted(Math.max(0, age.toSeconds()), "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }
}
