package io.barograph.testkit.shipped;

/** Bounds and bands of scores for small accounts. */
final class SmbBands {

    static final String CAPS = """
            Rule ID   | Contract status | Lifecycle stage | Contract | Logins per week | Change in Logins per week over 30 days % | Unresolved escalations | Days past due | Applies to | At most | At least | Band at most | Because
            SMB-CP-01 | legal dispute   |                 |          |                 |                                          |                        |               | Overall    | 30      |          | red          | Lawyers are talking ({Contract status}); no score may look healthy.
            SMB-CP-02 | notice given    |                 |          |                 |                                          |                        |               | Overall    | 35      |          | red          | The customer has given notice, whatever the usage says.
            SMB-CP-03 | payment hold    |                 |          |                 |                                          |                        |               | Overall    | 55      |          |              | Finance has put the account on payment hold.
            SMB-CP-04 |                 | not onboarding  |          | < 2             |                                          |                        |               | Overall    | 40      |          |              | Hardly anyone logs in ({Logins per week} a week per ten seats): usage has collapsed.
            SMB-CP-05 |                 |                 |          |                 | <= -50                                   |                        |               | Overall    | 60      |          |              | Logins changed by {Change in Logins per week over 30 days %}% within a month.
            SMB-CP-06 |                 |                 |          |                 |                                          | >= 1                   |               | Overall    |         |          | yellow       | While escalations are open ({Unresolved escalations}) the account is not green.
            SMB-CP-07 |                 |                 | monthly  |                 |                                          |                        | >= 30         | Overall    | 45      |          |              | A monthly customer {Days past due} days behind has stopped paying.
            SMB-CP-08 |                 | onboarding      |          | >= 15           |                                          |                        | 0             | Overall    |         | 40       |              | A new team that logs in and pays is on its way, even where other figures are still thin.
            SMB-CP-09 |                 |                 |          |                 |                                          |                        | > 14          | Expansion  | 30      |          |              | Whoever is {Days past due} days behind on bills will not upgrade.
            """;

    static final String THRESHOLDS = """
            Rule ID   | Applies to | Account tier   | Band   | From | Leave below | Because
            SMB-TH-16 | Overall    | strategic, key | green  | 78   | 76          | {Overall} is healthy even for a {Account tier} account, which is green from 78.
            SMB-TH-17 | Overall    | strategic, key | yellow | 55   | 53          | {Overall} is short of the 78 that a {Account tier} account needs to be green.
            SMB-TH-18 | Overall    | strategic, key | red    |      |             | {Overall} is under 55, too low for a {Account tier} account.
            SMB-TH-01 | Overall    |                | green  | 75   | 74          | {Overall} is healthy: green starts at 75 and is left below 74.
            SMB-TH-02 | Overall    |                | yellow | 50   | 49          | {Overall} is neither healthy nor at risk: watch and act.
            SMB-TH-03 | Overall    |                | red    |      |             | {Overall} is under 50: the account is at risk.
            SMB-TH-04 | Retention  |                | green  | 70   | 68          | Retention of {Retention score}: they are likely to stay.
            SMB-TH-05 | Retention  |                | yellow | 45   | 43          | Retention of {Retention score}: staying is not a given.
            SMB-TH-06 | Retention  |                | red    |      |             | Retention of {Retention score}: they may well leave.
            SMB-TH-07 | Expansion  |                | green  | 70   | 68          | Expansion of {Expansion score}: ready for the next plan.
            SMB-TH-08 | Expansion  |                | yellow | 45   | 43          | Expansion of {Expansion score}: first signs.
            SMB-TH-09 | Expansion  |                | red    |      |             | Expansion of {Expansion score}: nothing to sell now.
            SMB-TH-10 | Engagement |                | green  | 65   | 63          | Engagement of {Engagement score}: they read and use what we offer.
            SMB-TH-11 | Engagement |                | yellow | 40   | 38          | Engagement of {Engagement score}: lukewarm.
            SMB-TH-12 | Engagement |                | red    |      |             | Engagement of {Engagement score}: we no longer reach them.
            SMB-TH-13 | Value      |                | green  | 70   | 68          | Value of {Value score}: the product does what they bought it for.
            SMB-TH-14 | Value      |                | yellow | 45   | 43          | Value of {Value score}: partly what they bought it for.
            SMB-TH-15 | Value      |                | red    |      |             | Value of {Value score}: not what they bought it for.
            """;

    private SmbBands() {}
}
