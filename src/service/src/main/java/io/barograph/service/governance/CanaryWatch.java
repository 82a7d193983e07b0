package io.barograph.service.governance;

import io.barograph.engine.governance.GuardrailPolicy.Canary;
import io.barograph.engine.model.Model;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.problems.Problem;
import io.barograph.service.security.Principal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes a canary back by itself once it changes the band of more accounts than guardrails allow. */
@Component
class CanaryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryWatch.class);

    private final ActiveModel active;
    private final Versions versions;
    private final Policies policies;
    private final VersionMoves moves;

    CanaryWatch(ActiveModel active, Versions versions, Policies policies, VersionMoves moves) {
        this.active = active;
        this.versions = versions;
        this.policies = policies;
        this.moves = moves;
    }

    @EventListener
    void compared(Comparing.CanaryCompared seen) {
        Model model = active.now().model();
        Canary limit =
                policies.guardrails(model.name(), model.contract()).policy().canary();
        if (seen.totals().accounts() < limit.accountsAtLeast()) {
            return;
        }
        BigDecimal share = BigDecimal.valueOf(seen.totals().changing() * 100)
                .divide(BigDecimal.valueOf(seen.totals().accounts()), 2, RoundingMode.HALF_UP);
        if (share.compareTo(limit.shareChanging()) <= 0) {
            return;
        }
        String why = share.stripTrailingZeros().toPlainString() + " % of "
                + seen.totals().accounts()
                + " accounts changed band; guardrails allow "
                + limit.shareChanging().toPlainString() + " %";
        try {
            GovernedVersion version = versions.require(Integer.toString(seen.version()));
            if (version.life().canary() != null) {
                moves.endCanary(version, why, Actors.of(Principal.service("canary")), true);
                LOG.warn("version {} was taken back: {}", seen.version(), why);
            }
        } catch (Problem another) {
            LOG.info("version {} is no canary any more: {}", seen.version(), another.getMessage());
        }
    }
}
