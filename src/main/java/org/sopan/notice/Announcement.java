package org.sopan.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** Something told to a cohort, or to one institute's people in it; its author may take it back. */
@Entity
@Table(name = "announcement")
public class Announcement {
    @Id
    private UUID id;

    @Column(name = "once_key")
    private String onceKey;

    private CohortId cohort;
    private @Nullable String institute;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    @Column(name = "title_bn")
    private @Nullable String titleBn;

    @Column(name = "body_en")
    private @Nullable String bodyEn;

    @Column(name = "body_bn")
    private @Nullable String bodyBn;

    private PersonId author;

    @Column(name = "by_mail")
    private boolean byMail;

    @Column(name = "mail_to")
    private int mailTo;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    protected Announcement() {}

    /** True when this call took it back. The same words may then be told anew. */
    boolean withdraw(Instant now) {
        if (withdrawnAt != null) {
            return false;
        }
        withdrawnAt = now;
        if (onceKey.startsWith(Announcements.BY_WORDS)) {
            onceKey = "withdrawn/" + id;
        }
        return true;
    }

    public UUID id() {
        return id;
    }

    public CohortId cohort() {
        return cohort;
    }

    /** The institute whose people it is for, or null for the whole cohort. */
    public @Nullable String institute() {
        return institute;
    }

    public LocalizedText title() {
        return new LocalizedText(titleEn, titleBn);
    }

    public LocalizedText body() {
        return new LocalizedText(bodyEn, bodyBn);
    }

    public PersonId author() {
        return author;
    }

    public boolean isByMail() {
        return byMail;
    }

    /** To how many a mail goes, as they were when it was announced. */
    public int mailTo() {
        return mailTo;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }
}
