package org.sopan.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Durability;
import org.sopan.platform.PlugIns;
import org.sopan.shared.Language;
import org.sopan.spi.message.Outcome;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** The mail room wired by hand over an empty database, with a server that does as it is told. */
final class PostRoom {
    static final Attachments FILES =
            key -> Optional.of(new Attachments.Attachment(key + ".txt", "text/plain", new byte[] {1}));
    final TestDatabase database;
    final Rooms rooms;
    final AddressTroubles troubles;
    final DomainRates rates;
    final MailSwitch mailSwitch;
    final TransactedSenders senders;
    final FakeServer server = new FakeServer();

    PostRoom(TestDatabase database) {
        this(database, Map.of());
    }

    PostRoom(TestDatabase database, Map<String, String> set) {
        this(new Rooms(database, set), FILES);
    }

    PostRoom(Rooms rooms, Attachments files) {
        this.rooms = rooms;
        this.database = rooms.database;
        troubles = new AddressTroubles(rooms.entities, rooms.batches, rooms.woken::add, rooms.clock);
        rates = new DomainRates(rooms.settings, rooms.clock);
        mailSwitch = new MailSwitch(rooms.entities);
        senders = new TransactedSenders(rooms, troubles, rates, mailSwitch, files);
    }

    /** A node that sends through the server that does as it is told. */
    SendMail node() {
        return node(senders, new FakeChannels(rooms, server));
    }

    SendMail node(Senders theSenders, Channels channels) {
        return new SendMail(
                theSenders,
                channels,
                new Templates(),
                new Durability(database.source()),
                rooms.randomness,
                rooms.clock);
    }

    /** A node that sends by the way that the settings name. */
    SendMail nodeBySettings() {
        return node(senders, new Channels(new PlugIns(), rooms.settings, rooms.randomness));
    }

    RetryMail retryMail() {
        return new RetryMail(rooms.outbox, troubles, rooms.audit, rooms.caller, rooms.events.of());
    }

    void queue(String once) {
        queue(once, once.replaceAll("\\W", "-") + "@sopan.example");
    }

    void queue(String once, String address) {
        queue(letter(once, address, null));
    }

    void queue(Letter letter) {
        database.run(() -> rooms.outbox.queue(letter));
    }

    static Letter letter(String once, String address, @Nullable String attachment) {
        return new Letter(
                once,
                "invitation",
                address,
                Language.BN,
                Map.of("name", "রহিমা", "institute", "BPATC", "link", "https://sopan.example/#/x", "until", "today"),
                attachment);
    }

    OutboxMessage message(String once) {
        return database.in(() -> rooms.entities
                .createQuery("select m from OutboxMessage m where m.id = :id", OutboxMessage.class)
                .setParameter("id", id(once))
                .getSingleResult());
    }

    UUID id(String once) {
        return UUID.fromString(text("select cast(id as varchar) from outbox where dedupe_key = '" + once + "'"));
    }

    List<Happened> history(String once) {
        UUID id = id(once);
        return database.in(() -> rooms.outbox.historyOf(id));
    }

    String text(String sql) {
        return database.in(
                () -> String.valueOf(rooms.entities.createNativeQuery(sql).getSingleResult()));
    }

    MailSwitch.Position position() {
        return database.in(mailSwitch::position);
    }

    /** Marks one message as a sender would. */
    void mark(Claim claim, UUID id, Outcome outcome) {
        senders.mark(
                claim,
                "node",
                senders.read(claim).stream()
                        .filter(each -> each.row().id().equals(id))
                        .map(each -> new Ready.Done(each, outcome))
                        .toList());
    }
}
