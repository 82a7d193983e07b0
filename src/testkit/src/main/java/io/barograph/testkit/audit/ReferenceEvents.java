package io.barograph.testkit.audit;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What the log's events say about an export: retention, models; and the keys of sealed values. */
final class ReferenceEvents {

    private final Map<Long, Map<String, Object>> events;
    private final List<Complaint> complaints;

    ReferenceEvents(Map<Long, Map<String, Object>> events, List<Complaint> complaints) {
        this.events = events;
        this.complaints = complaints;
    }

    void check(ReferenceExport export) throws ReferenceNote.Refused {
        for (long index : export.retired()) {
            if (!isAccountedFor(index)) {
                complaints.add(new Complaint(index, index + 1, "bytes gone without retention"));
            }
        }
        for (Map.Entry<Long, String> decided : export.deciders().entrySet()) {
            long index = decided.getKey();
            if (events.entrySet().stream()
                    .noneMatch(event -> event.getKey() < index && activates(event.getValue(), decided.getValue()))) {
                complaints.add(new Complaint(index, index + 1, "decided by a model that was never activated"));
            }
        }
        for (Map<String, Object> model : export.models().values()) {
            check(model);
        }
        if (!export.models().isEmpty()
                && !export.models().keySet().containsAll(export.deciders().values())) {
            complaints.add(new Complaint(export.from(), export.to(), "some models, but not all"));
        }
        for (ReferenceExport.AccountKey key : export.accountKeys()) {
            open(key);
        }
    }

    private boolean isAccountedFor(long index) throws ReferenceNote.Refused {
        for (Map<String, Object> event : events.values()) {
            if ("retention".equals(event.get("event"))
                    && ReferenceLine.number(event.get("from")) <= index
                    && index < ReferenceLine.number(event.get("to"))
                    && event.get("kept") instanceof List<?> kept
                    && !kept.contains(new ReferenceJson.Literal(Long.toString(index)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean activates(Map<String, Object> event, String digest) {
        return "model-activated".equals(event.get("event"))
                && event.get("model") instanceof Map<?, ?> model
                && digest.equals(model.get("digest"));
    }

    private void check(Map<String, Object> document) throws ReferenceNote.Refused {
        Set<Object> files = new HashSet<>();
        if (document.get("contract") instanceof String contract) {
            files.add(file("contract", "data-contract.yaml", contract));
        }
        for (String kind : List.of("rule", "workbook")) {
            for (Object one : (List<?>) Objects.requireNonNull(document.get(kind + "s"))) {
                Map<?, ?> file = (Map<?, ?>) one;
                if (!file.keySet().equals(Set.of("name", "bytes"))) {
                    throw new ReferenceNote.Refused("not a file of a model");
                }
                files.add(file(kind, ReferenceLine.text(file, "name"), ReferenceLine.text(file, "bytes")));
            }
        }
        String digest = ReferenceLine.text(document, "digest");
        for (Map<String, Object> event : events.values()) {
            if (activates(event, digest)) {
                Object name = ((Map<?, ?>) Objects.requireNonNull(event.get("model"))).get("name");
                Set<Object> activated = new HashSet<>((List<?>) Objects.requireNonNull(event.get("files")));
                if (!activated.equals(files) || !Objects.equals(name, document.get("name"))) {
                    complaints.add(new Complaint(0, Long.MAX_VALUE, "a model of other files than were activated"));
                }
            }
        }
    }

    private static Map<String, Object> file(String kind, String name, String bytes) throws ReferenceNote.Refused {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ReferenceNote.base64(bytes));
            return new TreeMap<>(
                    Map.of("kind", kind, "name", name, "sha256", HexFormat.of().formatHex(hash)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(ReferenceExport.AccountKey key) throws ReferenceNote.Refused {
        ReferenceFront record = ReferenceFront.of(key.record());
        if (record.keyId() == null
                || !record.keyId().equals(key.line().get("key_id"))
                || !record.accountId().equals(key.line().get("account_id"))) {
            throw new ReferenceNote.Refused("a key of another record");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] secret = ReferenceNote.base64(
                    (String) Objects.requireNonNull(key.line().get("key")));
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, record.nonce()));
            cipher.updateAAD(record.bound());
            cipher.doFinal(record.sealed());
        } catch (GeneralSecurityException e) {
            throw new ReferenceNote.Refused("a key that does not open its record");
        }
    }
}
