package org.sopan.mail;

/** Brings a rendered message out of the house. */
interface MailTransport {
    void send(
            OutboxMessage message, MailText text, Attachments.@org.jspecify.annotations.Nullable Attachment attachment)
            throws NotSent;

    /** Why a message did not leave; a permanent reason is not tried again. */
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean permanent;

        NotSent(String why, boolean permanent) {
            super(why);
            this.permanent = permanent;
        }

        boolean isPermanent() {
            return permanent;
        }
    }
}
