package org.sopan.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a message's history.
 *
 * @param node which server did it, if one did
 * @param note why: a remark of ours, or what the mail server said
 */
public record Happened(Instant at, String state, @Nullable String node, @Nullable String note) {}
