package io.barograph.service.pages;

import io.barograph.service.accounts.Accounts;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a visitor sees first: the active model, how the accounts stand, and which need attention. */
@Controller
class HomePage {

    private static final int ACCOUNTS_SHOWN = 100;

    private final ActiveModel active;
    private final Accounts accounts;
    private final CurrentPrincipal current;

    HomePage(ActiveModel active, Accounts accounts, CurrentPrincipal current) {
        this.active = active;
        this.accounts = accounts;
        this.current = current;
    }

    @GetMapping(path = "/", produces = "text/html")
    String home(Model page) {
        Generation model = active.now();
        page.addAttribute("model", model);
        page.addAttribute("fault", active.fault().orElse(null));
        Principal reader = current.get();
        boolean accountsToo = reader.has(Role.CSM) || reader.has(Role.AUDITOR);
        page.addAttribute("who", reader.id());
        page.addAttribute("readsAccounts", accountsToo);
        page.addAttribute("readsLog", reader.has(Role.AUDITOR));
        page.addAttribute("readsAccess", reader.has(Role.OPERATOR) || reader.has(Role.AUDITOR));
        page.addAttribute(
                "bands",
                accountsToo ? BandShare.of(accounts.countByBand(reader.segments()), model.bands()) : List.of());
        page.addAttribute("accounts", accountsToo ? accounts.lowest(ACCOUNTS_SHOWN, reader.segments()) : List.of());
        return "home";
    }
}
