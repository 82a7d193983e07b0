package io.barograph.engine.decision;

import java.util.List;
import java.util.Optional;

/** Everything that a store knows of one account's past, by what it is about. An entry is made only when somebody asks for it. */
public interface KnownPast {

    /** Of indicators. */
    List<? extends Track> readings();

    /** Of scores and their bands. */
    List<? extends Track> scores();

    /** Of recommendations that were running. */
    List<? extends Track> playbooks();

    /** Of what earlier decisions were decided with; one track at most. */
    List<? extends Track> attributes();

    /** Dated entries about one thing, newest first, one a date. */
    interface Track {

        /** Of the indicator, score or playbook. */
        String name();

        int size();

        /** The UTC date of an entry as days since 1970; they fall. */
        int day(int i);

        /**
         * Where the unbroken run of the band that an entry of a score tells ends: the first older one that tells another band or none. The size
         * when there is none, and the entry itself when it tells none.
         */
        int endOfRun(int i);

        /** Empty when what it says was erased. */
        Optional<HistoryEntry> entry(int i);
    }
}
