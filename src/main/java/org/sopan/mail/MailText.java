package org.sopan.mail;

/** A message as its reader sees it: subject, plain text, and the same as HTML. */
public record MailText(String subject, String text, String html) {}
