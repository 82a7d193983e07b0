package io.barograph.cli;

import io.barograph.engine.text.Names;
import io.barograph.engine.text.Printable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command, in ours rather than the option parser's. */
final class Usage {

    private Usage() {}

    static String told(ParameterException fault) {
        ArgSpec argument = fault.getArgSpec();
        String told;
        if (fault instanceof UnmatchedArgumentException unmatched) {
            told = unknown(
                    unmatched.getUnmatched().get(0), fault.getCommandLine().getCommandSpec());
        } else if (argument instanceof OptionSpec option && option.type().isEnum() && fault.getValue() != null) {
            told = "`" + option.longestName() + "` must be one of " + values(option) + ", but is `" + fault.getValue()
                    + "`";
        } else if (argument instanceof OptionSpec option && isWhole(option.type()) && fault.getValue() != null) {
            told = "`" + option.longestName() + "` must be a whole number, but is `" + fault.getValue() + "`";
        } else {
            told = inOurWords(
                    String.valueOf(fault.getMessage()).lines().findFirst().orElse(""));
        }
        return Printable.line(told);
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class || type == long.class;
    }

    private static String unknown(String word, CommandSpec command) {
        if (word.startsWith("-")) {
            Collection<String> options = command.optionsMap().keySet();
            return "unknown option `" + word + "`" + suggestion(word, options, "");
        }
        Collection<String> commands = command.subcommands().keySet();
        return commands.isEmpty()
                ? "unexpected argument `" + word + "`; remove it"
                : "unknown command `" + word + "`"
                        + suggestion(word, commands, "; commands are " + String.join(", ", commands));
    }

    private static String suggestion(String word, Collection<String> known, String otherwise) {
        return Names.closest(word, known)
                .map(close -> "; did you mean `" + close + "`?")
                .orElse(otherwise);
    }

    private static String values(OptionSpec option) {
        return Arrays.stream(option.type().getEnumConstants())
                .map(value -> "`" + String.valueOf(value).toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(", "));
    }

    /** The option parser writes {@code Missing required parameter: 'FILE'}. */
    private static String inOurWords(String message) {
        String start = message.substring(0, Math.min(1, message.length())).toLowerCase(Locale.ROOT);
        return start + message.substring(start.length()).replaceAll("'([^']*)'", "`$1`");
    }
}
