package org.sopan.bench;

/**
 * What an operation cost with so many connections; times in milliseconds.
 *
 * @param perSecond from the first request's beginning to the last answer's end
 * @param cpu of the server's process, divided by the number of operations
 */
record Figures(
        Operation operation, int connections, double perSecond, long median, long perc95, long perc99, double cpu) {}
