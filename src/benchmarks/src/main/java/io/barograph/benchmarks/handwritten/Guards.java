package io.barograph.benchmarks.handwritten;

import java.util.List;

/** The shipped guardrails as they are told. */
final class Guards {

    /** A guardrail's Rule ID, place and reason. */
    record Guard(String id, String place, String because) {

        /** From {@code "rule_id"} up to its inputs. */
        byte[] head() {
            return JsonBytes.bytes(",\"rule_id\":" + RowForm.text(id) + ",\"table\":\"Guardrails\",\"cell\":"
                    + RowForm.text(place) + ",\"because\":" + RowForm.text(because) + ",\"inputs\":{");
        }
    }

    static final List<Guard> STATUS = List.of(
            new Guard(
                    "GR-STATUS-DISPUTE",
                    "contract-status.xlsx!Contract status limits!B12",
                    "an account in a legal dispute with us is at risk whatever its numbers say"),
            new Guard(
                    "GR-STATUS-NOTICE",
                    "contract-status.xlsx!Contract status limits!B13",
                    "the customer has given notice"),
            new Guard(
                    "GR-STATUS-HOLD",
                    "contract-status.xlsx!Contract status limits!B14",
                    "payments are on hold, so the account cannot be healthy"),
            new Guard(
                    "GR-STATUS-RENEGOTIATION",
                    "contract-status.xlsx!Contract status limits!B15",
                    "terms are open, so the account is not settled"));

    static final Guard RED =
            new Guard("GR-UPSELL-RED", "upsell.drl:8", "no upsell while the account's overall band is red");

    static final Guard ESCALATION =
            new Guard("GR-UPSELL-ESCALATION", "upsell.drl:17", "no upsell while an escalation is open and unresolved");

    private Guards() {}
}
