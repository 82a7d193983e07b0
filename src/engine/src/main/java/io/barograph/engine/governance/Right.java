package io.barograph.engine.governance;

/** What decision rights speak of. */
public enum Right {
    AUTHOR("draft and submit"),
    APPROVE("approve and reject"),
    ACTIVATE("activate, roll back, shadow and retire"),
    OVERRIDE("override");

    private final String words;

    Right(String words) {
        this.words = words;
    }

    /** What it lets people do. */
    String words() {
        return words;
    }
}
