package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Decision;

/**
 * A decision as a person would want it told: a briefing in a few sentences, where the account stands and how sure that is, what
 * changed, what pulls the score down and what holds it up, what else moved it, what to expect, what to do and whom to tell, what is
 * within reach, what is wrong with the data; for an undecided account why, and what to send. Every reason comes with the cell that holds it. Names, units and reasons are those of the decision and of the contract.
 */
public final class DecisionText {

    private DecisionText() {}

    /** A few sentences for whoever calls the account next, without line breaks; empty for an undecided account. */
    public static String briefing(Decision decision, Contract contract, Background background) {
        return new Briefing(decision, new Changed(decision, background.previous(), new Wording(contract))).text();
    }

    /**
     * For a terminal of 80 columns; no line is longer. Control characters in the data do not reach it.
     *
     * @param contract labels and units; a field it does not know is shown by its name
     */
    public static String terminal(Decision decision, Contract contract, Background background, Look look) {
        TerminalPage page = new TerminalPage(look);
        new Story(decision, contract, background).tell(page);
        return page.text();
    }

    /** As Markdown (CommonMark with GitHub's tables). What looks like markup in the data is text. */
    public static String markdown(Decision decision, Contract contract, Background background) {
        MarkdownPage page = new MarkdownPage();
        new Story(decision, contract, background).tell(page);
        return page.text();
    }
}
