package io.barograph.engine.audit.note;

/** The rule for names of keys: not empty, without Unicode spaces, plus signs and control characters. */
final class KeyName {

    private KeyName() {}

    static String checked(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a key needs a name");
        }
        if (name.codePoints().anyMatch(KeyName::isForbidden)) {
            throw new IllegalArgumentException(
                    "the key name `" + name.strip() + "` must not have spaces, `+` or control characters");
        }
        return name;
    }

    private static boolean isForbidden(int c) {
        return c == '+' || c < ' ' || c == 0x85 || Character.isSpaceChar(c) || NoteText.isHalfACharacter(c);
    }
}
