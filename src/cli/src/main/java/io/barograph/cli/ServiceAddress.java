package io.barograph.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which running service a command talks to, and with whose key. The key comes from the environment or a file, where no process list shows it. */
final class ServiceAddress {

    /** The environment variable that holds an API key. */
    static final String KEY = "BAROGRAPH_KEY";

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:BAROGRAPH_SERVER:-http://127.0.0.1:8080}",
            description = {
                "Address of the service (default: that in the environment variable BAROGRAPH_SERVER, or"
                        + " http://127.0.0.1:8080).",
                "An API key is taken from the environment variable BAROGRAPH_KEY."
            })
    private String server = "http://127.0.0.1:8080";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Take the API key from the first line of a file instead.")
    private @Nullable Path keyFile;

    ServiceClient client() throws IOException {
        URI address;
        try {
            address = URI.create(server.endsWith("/") ? server.substring(0, server.length() - 1) : server);
        } catch (IllegalArgumentException wrong) {
            throw bad(wrong);
        }
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw bad(null);
        }
        return new ServiceClient(address, keyFile == null ? System.getenv(KEY) : firstLine(keyFile));
    }

    private String firstLine(Path file) throws IOException {
        String key = Files.readString(file).lines().findFirst().orElse("").strip();
        if (key.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`--key-file`: the first line of `" + file + "` is empty; put an API key there");
        }
        return key;
    }

    private ParameterException bad(@Nullable Throwable cause) {
        return new ParameterException(
                spec.commandLine(),
                "`--server` must be an address such as `http://127.0.0.1:8080`, but is `" + server + "`",
                cause);
    }
}
