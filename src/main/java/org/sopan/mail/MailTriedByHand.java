package org.sopan.mail;

/** An administrator wants mail tried now, also where this node lets a mail server rest that was away. */
public record MailTriedByHand() {}
