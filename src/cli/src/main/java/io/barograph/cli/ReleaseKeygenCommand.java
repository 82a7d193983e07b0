package io.barograph.cli;

import io.barograph.engine.audit.note.SigningKey;
import io.barograph.service.auditlog.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key that signs releases. */
@Command(
        name = "keygen",
        description = {
            "Make an Ed25519 key that signs releases. The private key goes to FILE, readable to you alone; keep it out of"
                    + " the repository.",
            "The public key is written to standard output, as a line for `governance/releases/keys.txt`."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReleaseKeygenCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Where to put the private key; must not be there yet.")
    private Path file = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "What the key is called, such as `example.com/releases`: no blanks, no +.")
    private String name = "";

    ReleaseKeygenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, NoSuchAlgorithmException {
        Path target = TargetFile.of(file, "the private key", console, spec);
        if (Files.exists(target)) {
            throw usage("`" + file + "` is there already; name a new file, so that no key is lost");
        }
        if (target.startsWith(console.home())) {
            throw usage(
                    "`" + file + "` lies in the project, where a private key is soon committed; name a file elsewhere");
        }
        SigningKey key;
        try {
            key = SigningKey.of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (IllegalArgumentException badName) {
            throw usage("`--name`: " + badName.getMessage());
        }
        SecretFile.create(target, key.pem());
        console.print(key.verifierKey() + "\n");
        console.complain(
                "the private key is in `" + console.shown(target) + "`; add the line above to the public keys");
        return 0;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
