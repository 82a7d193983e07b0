package io.barograph.service.auditlog;

import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.audit.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The private keys of the log: the configured file, and those of the folder by the id of their public key. */
@Component
class SigningKeys {

    private final LogProperties properties;

    SigningKeys(LogProperties properties) {
        this.properties = properties;
    }

    /** The private key that belongs to a public one, when it is here. */
    Optional<SigningKey> find(VerifierKey wanted) {
        return places(wanted).stream()
                .filter(Files::isRegularFile)
                .map(file -> read(wanted.name(), file))
                .filter(key -> key.verifierKey().equals(wanted))
                .findFirst();
    }

    /** @throws LogStartException naming the files it may stand in, when it is not here */
    SigningKey require(VerifierKey wanted) {
        return find(wanted)
                .orElseThrow(() -> new LogStartException(
                        "the audit log is signed with the key `" + wanted + "`, but its private key is not here",
                        "Put it into one of "
                                + String.join(
                                        ", ",
                                        places(wanted).stream()
                                                .map(file -> "`" + file + "`")
                                                .toList())
                                + ": `barograph.audit.keys` and `barograph.audit.signing-key` say where to look."));
    }

    /** The key of a new log: the configured one, or one that is made and kept. */
    SigningKey first(String origin) {
        Path configured = properties.signingKey();
        return configured == null ? make(origin) : read(origin, configured);
    }

    /** Makes a key and keeps it in the folder. */
    SigningKey make(String origin) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            SigningKey key = SigningKey.of(origin, pair);
            SecretFile.write(file(key.verifierKey()), key.pem());
            return key;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Path> places(VerifierKey key) {
        List<Path> places = new ArrayList<>();
        if (properties.signingKey() != null) {
            places.add(properties.signingKey());
        }
        places.add(file(key));
        return places;
    }

    private Path file(VerifierKey key) {
        return properties.keys().resolve("signing-" + HexFormat.of().toHexDigits(key.id()) + ".pem");
    }

    private static SigningKey read(String name, Path file) {
        try {
            return SigningKey.ofPem(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException wrong) {
            throw new LogStartException(
                    "the private key in `" + file + "` cannot be used: " + wrong.getMessage(),
                    "It has to be an unencrypted PKCS#8 file, as `openssl genpkey -algorithm ed25519` writes it.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
