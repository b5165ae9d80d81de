package org.sopan.notice;

import org.sopan.testing.TestDatabase;

/** Each step in a transaction of its own, as the container runs them. */
class TransactedMailing extends AnnouncementRounds {
    private final TestDatabase database;

    TransactedMailing(NoticeRooms house) {
        super(
                house.rooms.entities,
                house.announcements,
                house.addressees,
                house.notices,
                house.rooms.enrolments,
                house.rooms.people,
                house.rooms.settings);
        this.database = house.rooms.database;
    }

    @Override
    boolean mailNext() {
        return database.in(super::mailNext);
    }
}
