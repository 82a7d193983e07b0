package io.barograph.engine.audit.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Ed25519 of RFC 8032 by Java's own provider. */
final class Ed25519 {

    static final int KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    private static final String NAME = "Ed25519";

    private Ed25519() {}

    /** @param der a SubjectPublicKeyInfo */
    static PublicKey publicKey(byte[] der) {
        try {
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(der));
            Signature.getInstance(NAME).initVerify(key);
            return key;
        } catch (InvalidKeySpecException | InvalidKeyException e) {
            throw new IllegalArgumentException("the key is no Ed25519 public key", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks Ed25519", e);
        }
    }

    /** @param der a PKCS#8 PrivateKeyInfo */
    static PrivateKey privateKey(byte[] der) {
        try {
            return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException(
                    "the key is no Ed25519 private key; `openssl genpkey -algorithm ed25519` makes one", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks Ed25519", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("the key is no Ed25519 private key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    /** Whether the signature is one; anything that is not even 64 sensible bytes is not. */
    static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(NAME);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot verify Ed25519", e);
        }
    }
}
