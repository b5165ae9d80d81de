package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sopan.platform.Job;

/** Queues the mail of announcements, which no request waits for; where it stopped it goes on. */
@ApplicationScoped
public class MailAnnouncements implements Job {
    static final String NAME = "announcements";
    private final AnnouncementRounds rounds;

    @Inject
    public MailAnnouncements(AnnouncementRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        boolean found = true;
        while (found) {
            found = rounds.mailNext();
        }
    }
}
