package io.barograph.service.pages;

import io.barograph.service.accounts.Accounts;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a visitor sees first: the active model, how the accounts stand, and which need attention. */
@Controller
class HomePage {

    private static final int ACCOUNTS_SHOWN = 100;

    private final ActiveModel active;
    private final Accounts accounts;

    HomePage(ActiveModel active, Accounts accounts) {
        this.active = active;
        this.accounts = accounts;
    }

    @GetMapping(path = "/", produces = "text/html")
    String home(Model page) {
        Generation model = active.now();
        page.addAttribute("model", model);
        page.addAttribute("bands", BandShare.of(accounts.countByBand(), model.bands()));
        page.addAttribute("accounts", accounts.lowest(ACCOUNTS_SHOWN));
        return "home";
    }
}
