package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainTask;
import java.util.Locale;

/** The plain task as a DMN 1.3 file: a decision table an indicator, one for the bands, one each that collects flags and playbooks. */
final class DmnFile {

    static final String NAMESPACE = "https://barograph.io/plain";

    private final StringBuilder xml = new StringBuilder(1 << 18);
    private final PlainTask task;
    private final boolean graph;
    private int columns;

    private DmnFile(PlainTask task, boolean graph) {
        this.task = task;
        this.graph = graph;
    }

    /** @param graph whether the tables that ask for the score require it as a decision; otherwise it is handed to them */
    static String write(PlainTask task, boolean graph) {
        return new DmnFile(task, graph).write();
    }

    /** The name of an indicator's input. */
    static String input(int indicator) {
        return PlainTask.field(indicator);
    }

    /** The name of an indicator's decision and of its output. */
    static String score(int indicator) {
        return String.format(Locale.ROOT, "score_%02d", indicator + 1);
    }

    private String write() {
        xml.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"")
                .append(" id=\"plain\" name=\"plain\" namespace=\"")
                .append(NAMESPACE)
                .append("\">\n");
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            xml.append("<inputData id=\"i_")
                    .append(input(i))
                    .append("\" name=\"")
                    .append(input(i))
                    .append("\">");
            xml.append("<variable name=\"").append(input(i)).append("\" typeRef=\"number\"/></inputData>\n");
        }
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            scoring(i);
        }
        overall();
        signals();
        bands();
        playbooks();
        return xml.append("</definitions>\n").toString();
    }

    private void scoring(int indicator) {
        decision(score(indicator), "number");
        requiresInput(input(indicator));
        table(score(indicator), "UNIQUE");
        input(input(indicator), "number");
        output(score(indicator), "number");
        for (int range = 0; range < task.ranges(); range++) {
            int to = task.to(indicator, range);
            rule(PlainTask.scoringRule(indicator, range));
            entry("[" + task.cuts()[indicator][range] + ".." + to + (to == 100 ? "]" : ")"));
            result(Integer.toString(task.scores()[indicator][range]));
        }
        xml.append("</decisionTable></decision>\n");
    }

    private void overall() {
        decision("overall", "number");
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            requiresDecision(score(i));
            sum.append(i == 0 ? "" : " + ")
                    .append(task.weights()[i])
                    .append(" * ")
                    .append(score(i));
        }
        xml.append("<literalExpression expressionLanguage=\"https://www.omg.org/spec/DMN/20191111/FEEL/\"><text>")
                .append(sum)
                .append("</text></literalExpression></decision>\n");
    }

    private void signals() {
        decision("flags", "Any");
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            requiresInput(input(i));
        }
        table("flags", "COLLECT");
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            input(input(i), "number");
        }
        output("flag", "string");
        for (PlainTask.Signal signal : task.signals()) {
            rule(signal.ruleId());
            for (int i = 0; i < PlainTask.INDICATORS; i++) {
                entry(i == signal.indicator() ? escaped(signal.cell()) : "-");
            }
            result("\"" + signal.flag() + "\"");
        }
        xml.append("</decisionTable></decision>\n");
    }

    private void bands() {
        decision("band", "string");
        requiresOverall();
        table("band", "FIRST");
        input("overall", "number");
        output("band", "string");
        for (PlainTask.Band band : task.bands()) {
            rule(band.ruleId());
            entry(escaped(">= " + band.from() * 100));
            result("\"" + band.name() + "\"");
        }
        xml.append("</decisionTable></decision>\n");
    }

    private void playbooks() {
        decision("playbooks", "Any");
        requiresOverall();
        table("playbooks", "COLLECT");
        input("overall", "number");
        output("playbook", "string");
        for (PlainTask.Playbook playbook : task.playbooks()) {
            rule(playbook.ruleId());
            entry(escaped((playbook.atLeast() ? ">= " : "< ") + playbook.bound() * 100));
            result("\"" + playbook.name() + "\"");
        }
        xml.append("</decisionTable></decision>\n");
    }

    private void decision(String name, String type) {
        xml.append("<decision id=\"")
                .append(name)
                .append("\" name=\"")
                .append(name)
                .append("\">");
        xml.append("<variable name=\"")
                .append(name)
                .append("\" typeRef=\"")
                .append(type)
                .append("\"/>");
    }

    private void requiresInput(String name) {
        xml.append("<informationRequirement><requiredInput href=\"#i_")
                .append(name)
                .append("\"/></informationRequirement>");
    }

    private void requiresOverall() {
        if (graph) {
            requiresDecision("overall");
        }
    }

    private void requiresDecision(String name) {
        xml.append("<informationRequirement><requiredDecision href=\"#")
                .append(name)
                .append("\"/></informationRequirement>");
    }

    private void table(String name, String hitPolicy) {
        xml.append("\n<decisionTable id=\"t_")
                .append(name)
                .append("\" hitPolicy=\"")
                .append(hitPolicy)
                .append("\">\n");
    }

    private void input(String name, String type) {
        xml.append("<input id=\"c")
                .append(++columns)
                .append("\"><inputExpression id=\"e")
                .append(columns)
                .append("\" typeRef=\"")
                .append(type)
                .append("\"><text>")
                .append(name)
                .append("</text></inputExpression></input>\n");
    }

    private void output(String name, String type) {
        xml.append("<output id=\"c")
                .append(++columns)
                .append("\" name=\"")
                .append(name)
                .append("\" typeRef=\"")
                .append(type)
                .append("\"/>\n");
    }

    private void rule(String id) {
        xml.append("<rule id=\"").append(id).append("\">");
    }

    private void entry(String text) {
        xml.append("<inputEntry><text>").append(text).append("</text></inputEntry>");
    }

    private void result(String text) {
        xml.append("<outputEntry><text>").append(text).append("</text></outputEntry></rule>\n");
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }
}
