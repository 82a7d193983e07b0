package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;

/** A decision tool that does the plain task. For one thread. */
interface Entrant {

    /**
     * From its own source form, which is made beforehand, to ready.
     *
     * @throws Exception whatever the tool throws
     */
    Ready load(PlainTask task) throws Exception;

    /** Makes the tool's own source form of the task: a workbook, a DMN file. Not timed. */
    default void write(PlainTask task) throws Exception {}

    /** A tool with the task loaded. */
    interface Ready {

        /** Puts accounts into the form the tool takes; not timed. */
        void take(int[][] accounts);

        /** Decides the accounts taken, from and to, with their logs. */
        void decide(int from, int to) throws Exception;

        /** One account's answer, by the same way, in words. */
        PlainAnswer answer(int account) throws Exception;
    }
}
