package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.AtOnce;
import org.sopan.testing.CountedStatements;
import org.sopan.testing.TestDatabase;

/** The mail of an announcement is queued after the answer, some hundred people at a time. */
abstract class AnnouncementMailRules {
    private static final int MANY = 2 * AnnouncementRounds.CHUNK + 100;
    private final TestDatabase database;
    private final NoticeRooms house;

    @SuppressWarnings("NullAway.Init")
    private Cohort cohort;

    AnnouncementMailRules(TestDatabase database) {
        this.database = database;
        house = new NoticeRooms(database);
    }

    @BeforeEach
    void open() {
        cohort = house.cohort("bpatc", LocalDate.of(2026, 11, 1), LocalDate.of(2027, 6, 30), Map.of());
        house.rooms.coordinator("bpatc");
    }

    @Test
    void theAnswerTellsToHowManyItGoesBeforeAnyMailIsQueued() {
        fill(3);
        assertThat(announce().announcement().mailTo()).isEqualTo(3);
        assertThat(mails()).isZero();
        assertThat(house.rooms.woken).contains(MailAnnouncements.NAME);
        house.mailAnnouncements.run();
        assertThat(mails()).isEqualTo(3);
    }

    @Test
    void aSecondCallTellsTheSameAndQueuesNothingMore() {
        fill(3);
        announce();
        house.mailAnnouncements.run();
        fill(2);
        Announce.Outcome again = announce();
        assertThat(again.isNew()).isFalse();
        assertThat(again.announcement().mailTo()).isEqualTo(3);
        house.mailAnnouncements.run();
        assertThat(mails()).isEqualTo(3);
    }

    @Test
    void aCrashBetweenTwoChunksLeavesNobodyOutAndMailsNobodyTwice() {
        fill(MANY);
        announce();
        house.mailing.mailNext();
        assertThat(mails()).isEqualTo(AnnouncementRounds.CHUNK);
        AnnouncementRounds dying = new TransactedMailing(house) {
            @Override
            boolean mailNext() {
                return database.in(() -> {
                    house.plainMailing.mailNext();
                    throw new IllegalStateException("the process dies before the commit");
                });
            }
        };
        assertThatThrownBy(new MailAnnouncements(dying)::run).hasMessageContaining("dies");
        assertThat(mails()).isEqualTo(AnnouncementRounds.CHUNK);
        house.mailAnnouncements.run();
        assertThat(mails()).isEqualTo(MANY);
        assertThat(database.number("select count(distinct address) from outbox where template = 'announcement'"))
                .isEqualTo(MANY);
    }

    @Test
    void twoNodesMailNobodyTwice() {
        fill(MANY);
        announce();
        AtOnce.run(house.mailAnnouncements::run, new MailAnnouncements(new TransactedMailing(house))::run);
        assertThat(mails()).isEqualTo(MANY);
        assertThat(database.number("select count(*) from notice")).isEqualTo(MANY);
    }

    @Test
    void takenBackHalfWayItMailsNobodyMore() {
        fill(MANY);
        UUID id = announce().announcement().id();
        house.mailing.mailNext();
        database.run(() -> house.announce.withdraw(id));
        house.mailAnnouncements.run();
        assertThat(house.texts("select distinct state from outbox")).containsExactly("suppressed");
        assertThat(mails()).isEqualTo(AnnouncementRounds.CHUNK);
        assertThat(database.number("select count(*) from announcement where mail_after is not null"))
                .isZero();
    }

    @Test
    void whoHasMeanwhileLeftIsMailedNoMore() {
        fill(3);
        announce();
        database.update("update enrolment set state = 'WITHDRAWN' where open_key = '0'");
        database.update("update person set active = false where email like '1.%'");
        house.mailAnnouncements.run();
        assertThat(house.texts("select address from outbox")).containsExactly("2.@sopan.example");
    }

    @Test
    void fiveThousandPeopleCostTheRequestNoMoreThanThreeAndTheJobABoundedNumberOfStatements() {
        fill(3);
        int few = CountedStatements.of(database, () -> house.announce.announce(cohort.id(), message("few")))
                .size();
        house.mailAnnouncements.run();
        fill(5_000);
        assertThat(CountedStatements.of(database, () -> house.announce.announce(cohort.id(), message("many"))))
                .hasSize(few);
        int rounds = 0;
        while (house.isMailDue()) {
            assertThat(CountedStatements.of(database, house.plainMailing::mailNext))
                    .as("statements for each 500 people")
                    .hasSizeLessThanOrEqualTo(20);
            rounds++;
        }
        assertThat(rounds).isEqualTo(5_000 / AnnouncementRounds.CHUNK + 1);
        assertThat(mails()).isEqualTo(3 + 5_003);
    }

    private Announce.Outcome announce() {
        return database.in(() -> house.announce.announce(cohort.id(), message("a")));
    }

    private static Announce.Message message(String once) {
        return new Announce.Message(
                new LocalizedText("Room", "কক্ষ"),
                new LocalizedText("We meet in room 5.", "আমরা ৫ নম্বর কক্ষে বসব।"),
                true,
                null,
                once);
    }

    /** Enrols this many more, whose addresses begin with their number. */
    private void fill(int people) {
        long from = database.number("select count(*) from enrolment");
        List<UUID> ids =
                IntStream.range(0, people).mapToObj(i -> UUID.randomUUID()).toList();
        Instant now = house.rooms.clock.instant();
        database.run(() -> {
            house.rooms.batches.execute(
                    "insert into person (id, email, name_bn, language, active, created_at, version)"
                            + " values (?, ?, 'প্রশিক্ষক', 'BN', true, ?, 1)",
                    IntStream.range(0, people)
                            .<@Nullable Object[]>mapToObj(
                                    i -> new @Nullable Object[] {ids.get(i), (from + i) + ".@sopan.example", now})
                            .toList());
            house.rooms.batches.execute(
                    "insert into enrolment"
                            + " (id, person, course, cohort, institute, state, open_key, enrolled_at, version)"
                            + " values (?, ?, 'basics', ?, 'bpatc', 'INVITED', ?, ?, 1)",
                    IntStream.range(0, people)
                            .<@Nullable Object[]>mapToObj(i -> new @Nullable Object[] {
                                UUID.randomUUID(), ids.get(i), cohort.id().value(), Long.toString(from + i), now
                            })
                            .toList());
        });
    }

    private long mails() {
        return database.number("select count(*) from outbox where template = 'announcement'");
    }
}
