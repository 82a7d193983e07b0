package io.barograph.cli;

import io.barograph.engine.exchange.AccountFile.BadFileException;
import io.barograph.engine.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what goes wrong into one line for people and an exit code; never a stack trace unless asked for. */
final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {

    static final int PROBLEMS = 1;
    static final int WRONG_USAGE = 2;

    private final Console console;

    Faults(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        console.complain(Usage.told(fault));
        CommandLine where = fault.getCommandLine();
        where.getErr().println("see `" + where.getCommandSpec().qualifiedName() + " --help`");
        return WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine where, @Nullable ParseResult parsed) {
        if (fault instanceof ParameterException wrongUsage) {
            return handleParseException(wrongUsage, new String[0]);
        }
        Exception cause =
                fault instanceof UncheckedIOException && fault.getCause() instanceof IOException io ? io : fault;
        if (isClosedPipe(cause)) {
            return 0;
        }
        if (console.debug()) {
            cause.printStackTrace(console.err());
        }
        console.complain(Printable.line(explained(cause)));
        return PROBLEMS;
    }

    private static String explained(Exception fault) {
        if (fault instanceof BadFileException || fault instanceof ServiceClient.RefusedException) {
            return firstLine(fault);
        }
        if (fault instanceof NoSuchFileException missing) {
            return "there is no `" + missing.getFile() + "`";
        }
        if (fault instanceof AccessDeniedException denied) {
            return "`" + denied.getFile() + "` may not be read or written by you; change its permissions";
        }
        if (fault instanceof FileSystemException file && file.getReason() != null) {
            return "`" + file.getFile() + "`: " + file.getReason();
        }
        if (fault instanceof IOException) {
            return "reading or writing failed: " + firstLine(fault);
        }
        return "this is a fault of barograph itself (" + firstLine(fault)
                + "); please report it with what BAROGRAPH_DEBUG=1 shows";
    }

    /** Whoever read our output has seen enough, for example {@code head}. */
    private static boolean isClosedPipe(Exception fault) {
        return fault instanceof IOException
                && fault.getMessage() != null
                && fault.getMessage().contains("Broken pipe");
    }

    private static String firstLine(Exception fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
