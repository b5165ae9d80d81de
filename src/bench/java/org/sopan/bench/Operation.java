package org.sopan.bench;

import java.util.List;
import java.util.function.IntFunction;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup.ThreadGroupChild;

/**
 * One thing that a client does, and nothing else while it is measured.
 *
 * @param peerCpu milliseconds of CPU that the peer needs for the same, or 0 where there is nothing to compare with
 * @param aim how many times less Sopan wants to need, or 0
 * @param most how often it can be done at all, or 0 for as often as one likes
 * @param connections with how many connections at once it is measured
 * @param steps the requests, for so many connections; each its own learner
 */
record Operation(
        String name,
        double peerCpu,
        int aim,
        int most,
        List<Integer> connections,
        IntFunction<List<ThreadGroupChild>> steps) {}
