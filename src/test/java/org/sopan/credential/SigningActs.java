package org.sopan.credential;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.PlugIns;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** Signatories, pictures and slots, each act in its own transaction. */
final class SigningActs {
    final Signatories signatories;
    final Pictures pictures;
    final Slots slots;
    private final TestDatabase database;
    final AddSignatory addSignatory;
    private final EndSignatory endSignatory;
    private final KeepPicture keepPicture;
    private final ForgetPicture forgetPicture;
    final FillSlot fillSlot;

    SigningActs(Rooms rooms) {
        database = rooms.database;
        signatories = new Signatories(rooms.entities);
        pictures = new Pictures(rooms.entities);
        slots = new Slots(rooms.entities);
        SigningDesk desk = new SigningDesk(rooms.entities);
        database.update("insert into signing_desk (id, changes) values (1, 0)");
        Signing signing = new Signing(signatories, slots, rooms.organizations);
        addSignatory = new AddSignatory(
                signatories,
                desk,
                pictures,
                rooms.organizations,
                new TrialPrint(signing, pictures, rooms.clock, new PlugIns()),
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        endSignatory = new EndSignatory(signatories, rooms.caller, rooms.audit, rooms.clock);
        keepPicture = new KeepPicture(pictures, rooms.caller, rooms.audit, rooms.clock);
        forgetPicture = new ForgetPicture(pictures, rooms.caller, rooms.audit);
        fillSlot = new FillSlot(
                slots, desk, pictures, rooms.organizations, rooms.caller, rooms.audit, rooms.randomness, rooms.clock);
    }

    /** A director of bard who signs in the first place from the beginning of 2026, unless said otherwise. */
    static Signatory.Terms terms(String name) {
        return new Signatory.Terms(
                LocalizedText.of(name, "পরিচালক"),
                LocalizedText.of("Director", "পরিচালক"),
                "bard",
                null,
                null,
                1,
                null,
                LocalDate.of(2026, 1, 1),
                null);
    }

    static Signatory.Terms between(Signatory.Terms terms, LocalDate from, @Nullable LocalDate until) {
        return new Signatory.Terms(
                terms.name(),
                terms.designation(),
                terms.organization(),
                terms.institute(),
                terms.awardKind(),
                terms.position(),
                terms.signature(),
                from,
                until);
    }

    static Signatory.Terms of(
            Signatory.Terms terms, @Nullable String institute, @Nullable String awardKind, int position) {
        return new Signatory.Terms(
                terms.name(),
                terms.designation(),
                terms.organization(),
                institute,
                awardKind,
                position,
                terms.signature(),
                terms.from(),
                terms.until());
    }

    static Signatory.Terms signedWith(Signatory.Terms terms, String picture) {
        return new Signatory.Terms(
                terms.name(),
                terms.designation(),
                terms.organization(),
                terms.institute(),
                terms.awardKind(),
                terms.position(),
                picture,
                terms.from(),
                terms.until());
    }

    Signatory add(Signatory.Terms terms) {
        return database.in(() -> addSignatory.add(terms));
    }

    Signatory end(Signatory signatory, LocalDate lastDay) {
        return database.in(() -> endSignatory.end(signatory.id(), lastDay));
    }

    String keep(byte[] picture) {
        return database.in(() -> keepPicture.keep(picture)).key();
    }

    void forget(String key) {
        database.run(() -> forgetPicture.forget(key));
    }

    void fill(String slot, @Nullable String organization, @Nullable String picture) {
        database.run(() -> fillSlot.fill(slot, organization, picture));
    }

    /** A small picture of one colour. */
    static byte[] png(int rgb) {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(rgb));
        graphics.fillRect(0, 0, 40, 20);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
