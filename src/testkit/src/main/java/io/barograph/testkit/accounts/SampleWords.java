package io.barograph.testkit.accounts;

/** Indicators that are words: the better the account, the better the word. */
final class SampleWords {

    private SampleWords() {}

    static String sponsorEngagement(double quality) {
        return quality > 0.7 ? "engaged" : quality > 0.5 ? "occasional" : quality > 0.25 ? "silent" : "vacant";
    }

    static String championStatus(double quality) {
        return quality > 0.5 ? "active" : quality > 0.3 ? "quiet" : quality > 0.12 ? "left" : "none";
    }

    static String renewalConversation(double quality, int daysToRenewal) {
        if (daysToRenewal > 120) {
            return "due later";
        }
        return quality > 0.6 ? "held" : quality > 0.4 ? "scheduled" : "missed";
    }
}
